import { tryMonths } from './months';

describe('where an edit in Capitech leaves the mark, the ledger ends as the reference says or on the human list', () => tryMonths(false));
