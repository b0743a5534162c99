import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';

/** Gives the engine a home of its own, with binary data on disk as in production. */
const home = mkdtempSync(join(tmpdir(), 'engine-test-'));
Object.assign(process.env, {
	N8N_USER_FOLDER: home,
	N8N_ENCRYPTION_KEY: 'engine-test',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	N8N_LOG_LEVEL: 'silent',
});

beforeAll(async () => await Container.get(BinaryDataService).init());
afterAll(() => rmSync(home, { recursive: true, force: true }));
