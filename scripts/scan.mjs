/**
 * n8n's own check of a community package (the one behind its verification), run on a folder:
 * `node scripts/scan.mjs source|tarball <folder>`. Prints what it finds; exits 1 on any finding.
 */
import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const patterns = { source: SOURCE_FILE_PATTERNS, tarball: ['**/*.js', 'package.json'] };

const [kind, folder] = process.argv.slice(2);
const { passed, message, details } = await analyzePackage(folder, patterns[kind]);
if (!passed) console.log([message, details].filter(Boolean).join('\n'));
process.exit(passed ? 0 : 1);
