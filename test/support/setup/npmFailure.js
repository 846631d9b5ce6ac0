const causes = [
  [
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    'npm could not reach its registry. Check the network, and the registry and proxy in "npm config list"',
  ],
  [/\bENOSPC\b/, 'The disk is full. Make room'],
  [
    /\b(?:EACCES|EPERM|EROFS)\b/,
    'npm may not write where it has to. See to the rights of the folder it names',
  ],
];

/** Why `npm ci` failed, how to mend it, and the end of what npm said. */
function npmFailure(exitCode, output) {
  const [, advice] = causes.find(([pattern]) => pattern.test(output)) ?? [];
  const first = advice === undefined ? '' : `${advice}, and start again.\n`;
  return `${first}npm ci failed (exit code ${exitCode}):\n${output.trim().split('\n').slice(-20).join('\n')}`;
}

module.exports = { npmFailure };
