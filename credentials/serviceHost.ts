/** One label or more in front of a domain of Volcengine or BytePlus. */
const onServiceDomain = /^(?<labels>(?:[a-z0-9_-]+\.)+)(?:volcengineapi|byteplusapi)\.com$/;

/** Whether a host is one of Volcengine's or BytePlus's own; as a URL parser writes it, in small letters and ASCII. */
export function isServiceHost(hostname: string): boolean {
  return onServiceDomain.test(hostname);
}

/**
 * The service that a host belongs to: that of `<service>.volcengineapi.com` or `<service>.byteplusapi.com`.
 *
 * `open.` and `open-…` are common gateways; what is behind them, or behind any other host, nobody can know.
 */
export function serviceOf(hostname: string): string | undefined {
  const labels = onServiceDomain.exec(hostname)?.groups?.labels ?? '';
  return /^(?!open\.)[a-z0-9_]+\.$/.test(labels) ? labels.slice(0, -1) : undefined;
}
