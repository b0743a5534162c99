import type { IDataObject } from 'n8n-workflow';

import { readPath } from '../../star/path';
import type { FilledPath } from '../../star/pathTemplate';
import { PATHS } from '../client';

/** What tells a branch office from all others: its code is unique within its a-kasse (contract, section 6). */
export interface BranchKey {
	akasseCode: string;
	branchCode: string;
}

/** Where the calls on a branch office go. */
export interface BranchPaths {
	/** Of the read. */
	read: FilledPath;
	/** Of the write that the operation makes. */
	write: FilledPath;
}

const valuesOf = ({ akasseCode, branchCode }: BranchKey) => ({ akasseKode: akasseCode, afdelingskontorKode: branchCode });

/** A path without it would be about another branch office, or about all; the a-kasse may also follow from the organisation that acts. */
const BRANCH_CODE = ['afdelingskontorKode'];

/**
 * The path of the read from the collection *Options*.
 * @throws Failure naming the field when it is no path
 */
export const readReadPath = ({ readPath: own }: IDataObject, key: BranchKey): FilledPath =>
	readPath('Path of the Read', own, PATHS.branchOffice, valuesOf(key), BRANCH_CODE);

/** Checks the path of the read where it is not known yet what will be read. */
export const checkReadPath = (options: IDataObject): void => void readReadPath(options, { akasseCode: '', branchCode: '' });

/** The paths of *Create* from the collection *Options*; the body names the branch office. */
export const readCreatePaths = (options: IDataObject, key: BranchKey): BranchPaths => ({
	read: readReadPath(options, key),
	write: readPath('Path', options.path, PATHS.createBranchOffice, valuesOf(key), []),
});

/** The paths of *Update* and *Delete* from the collection *Options*. */
export const readChangePaths = (options: IDataObject, key: BranchKey): BranchPaths => ({
	read: readReadPath(options, key),
	write: readPath('Path', options.path, PATHS.changeBranchOffice, valuesOf(key), BRANCH_CODE),
});
