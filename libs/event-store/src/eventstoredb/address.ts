/** The options that the client knows, as it compares them. Of others it warns by printing the whole address, password included. */
const KNOWN = new Set(
  [
    ...['tls', 'tlsCAFile', 'tlsVerifyCert', 'userCertFile', 'userKeyFile', 'connectionName', 'defaultDeadline', 'nodePreference'],
    ...['keepAliveInterval', 'keepAliveTimeout', 'discoveryInterval', 'maxDiscoverAttempts', 'gossipTimeout', 'throwOnAppendFailure'],
  ].map(flat),
);

/** Options that the client takes and does not keep to, or that take away what we build on. */
const REFUSED: Readonly<Record<string, string>> = {
  'tlsverifycert=false':
    'Certificates are always verified: name the authority that signed the certificate in tlsCAFile=PATH or in NODE_EXTRA_CA_CERTS.',
  'throwonappendfailure=false': 'throwOnAppendFailure=false would let conflicts pass for success.',
};

/**
 * Refuses an address of which the client would make something else than it says.
 * @throws Error that says what to write instead, and keeps the password to itself
 */
export function assertAddress(url: string): void {
  const [, credentials, options] = /^esdb(?:\+discover)?:\/\/(?:([^/?]*)@)?[^?]*\??(.*)$/.exec(url) ?? [];
  if (options === undefined) throw new Error('The address of an EventStoreDB begins with esdb:// or esdb+discover://.');
  if (credentials !== undefined && !isEncoded(credentials)) {
    throw new Error("The address of an EventStoreDB has user:password before its '@', each percent-encoded: ':' is %3A and '@' is %40.");
  }
  for (const option of options.split('&').filter(Boolean)) {
    const [name = '', value = ''] = option.split('=');
    if (!KNOWN.has(flat(name))) throw new Error(`'${name}' is not an option of the address of an EventStoreDB.`);
    const reason = REFUSED[`${flat(name)}=${value.trim()}`];
    if (reason) throw new Error(`${reason} (In the address of the EventStoreDB.)`);
  }
}

/** A user and a password that the client reads as they are meant: it cuts a password at the first of these signs. */
function isEncoded(credentials: string): boolean {
  return /^([^:@%]|%[0-9A-Fa-f]{2})+:([^:@%]|%[0-9A-Fa-f]{2})+$/.test(credentials);
}

function flat(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[_-]/g, '');
}
