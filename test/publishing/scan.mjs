// Runs the rules of n8n's published scanner for community packages over a folder, as it does before a package is
// verified: over the sources that a package was built from, or over all that a tarball holds.
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, what] = process.argv.slice(2);
const { passed, message, details } = await analyzePackage(
  folder,
  what === 'sources' ? SOURCE_FILE_PATTERNS : undefined,
);
if (!passed) process.stderr.write(`${message}\n${details ?? ''}\n`);
process.exitCode = passed ? 0 : 1;
