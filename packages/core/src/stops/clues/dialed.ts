import type { Dialed } from '../stop.ts'

/** Where a connection went: `dial tcp 10.0.3.4:443`, `read tcp A->B:443`, `dial tcp: lookup HOST on DNS:53`, a URL. */
export function dialedIn(text: string): Dialed | null {
  const host = hostLookedUp(text) ?? hostOfUrl(text)
  const to = targetOf(text)
  if (to === null) return host === null ? null : { host, ip: null, port: null }
  const { ip, name, port } = to
  return { host: host ?? name, ip, port }
}

interface Target {
  readonly ip: string | null
  readonly name: string | null
  readonly port: number | null
}

function targetOf(text: string): Target | null {
  const [, reached] = /(?:read|write) (?:tcp|udp)[46]? \S{3,64}?->(\S{3,260})/i.exec(text) ?? []
  const [, dialed] = /dial:? (?:tcp|udp)[46]?:? (?!lookup )(\S{3,260})/i.exec(text) ?? []
  const target = dialed ?? reached
  if (target === undefined) return null
  const [, v6, portOfV6] = /^\[([0-9a-f:.]{2,60})(?:%\w{1,20})?\]:(\d{1,5})/i.exec(target) ?? []
  if (v6 !== undefined) return { ip: v6, name: null, port: Number(portOfV6) }
  const [, v4, portOfV4] = /^\[?(\d{1,3}(?:\.\d{1,3}){3})\]?:(\d{1,5})/.exec(target) ?? []
  if (v4 !== undefined) return isAddress(v4) ? { ip: v4, name: null, port: Number(portOfV4) } : null
  const [, name, port] = /^([a-z0-9.-]{3,253}[a-z]):(\d{1,5})/i.exec(target) ?? []
  if (name !== undefined) return { ip: null, name, port: Number(port) }
  const [, only] = /:(\d{2,5})\b/.exec(target) ?? []
  return only === undefined ? null : { ip: null, name: null, port: Number(only) }
}

function isAddress(text: string): boolean {
  return text.split('.').every((part) => Number(part) <= 255)
}

function hostLookedUp(text: string): string | null {
  const [, name] = /lookup ([\w.<>{}*-]{3,253})/i.exec(text) ?? []
  return name === undefined ? null : name.replace(/\.$/, '')
}

/** The host of the URL that was asked, not of one that leads to documentation. */
function hostOfUrl(text: string): string | null {
  const hosts = [...text.matchAll(/https?:\/\/([^\s/"'<>?:]{3,253})/gi)].map(([, host = '']) => host)
  return hosts.find((host) => !isDocumentation(host)) ?? null
}

function isDocumentation(host: string): boolean {
  return /^(docs\.|console\.|www\.|aws\.amazon\.com|github\.com)/i.test(host)
}
