/**
 * The hosts that a pull from a registry talks to, beside the registry itself.
 *
 * @see https://docs.docker.com/desktop/setup/allow-list/
 */
const HOSTS: { readonly [host: string]: readonly string[] } = {
  'registry-1.docker.io': ['auth.docker.io', 'registry-1.docker.io', 'production.cloudflare.docker.com'],
}

export function registryHosts(host: string): readonly string[] {
  return Object.hasOwn(HOSTS, host) ? (HOSTS[host] ?? [host]) : [host]
}
