import { tryMonths } from './months';

describe('where an edit in Capitech clears the mark, the ledger ends as the reference says or on the human list', () => tryMonths(true));
