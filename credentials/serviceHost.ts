/** One label or more in front of a domain of Volcengine or BytePlus. */
const onServiceDomain = /^(?:[a-z0-9_-]+\.)+(?:volcengineapi|byteplusapi)\.com$/;

/** One label that may be a service's name; `open` is none. */
const ofOneService = /^(?!open\.)([a-z0-9_]+)\.(?:volcengineapi|byteplusapi)\.com$/;

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
  return ofOneService.exec(hostname)?.[1];
}
