import type { HostPort } from '../model/host-port.ts'

/**
 * Where a `splunk-url` leads: `https://host:8088`. Null: it is no such URL.
 *
 * @see https://docs.docker.com/engine/logging/drivers/splunk/
 */
export function splunkHostOf(url: string): HostPort | null {
  const [, scheme = '', host = '', port] = URL_OF.exec(url.trim()) ?? []
  if (host === '') return null
  const number = port === undefined ? DEFAULT_PORT[scheme.toLowerCase()] : Number(port)
  return number === undefined || number < 1 || number > 65535 ? null : { host, port: number }
}

/** IPv6 addresses are no hosts that are judged here, and still right. */
export function mayBeSplunkUrl(url: string): boolean {
  return url.includes('[') || splunkHostOf(url) !== null
}

const URL_OF = /^(https?):\/\/([^\s/:?#@]{1,255})(?::(\d{1,5}))?\/?$/i
const DEFAULT_PORT: { readonly [scheme: string]: number | undefined } = { http: 80, https: 443 }
