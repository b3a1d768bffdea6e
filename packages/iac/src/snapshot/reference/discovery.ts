import { discoveryService, dnsConfig, dnsRecord, namespace } from '../schema/discovery.ts'
import { define } from './definition.ts'

export const discoveryDefinitions = {
  Namespace: define(namespace, 'Namespace', 'A namespace of AWS Cloud Map.', { type: 'As Cloud Map shows it.' }),
  DiscoveryService: define(
    discoveryService,
    'Cloud Map service',
    'A service of AWS Cloud Map, which ECS registers tasks with (`aws servicediscovery get-service`).',
    { dnsConfig: 'Its DNS records. Absent: it is found with the API alone.' },
  ),
  DnsConfig: define(dnsConfig, 'DNS configuration', 'Of a service of AWS Cloud Map.', {
    dnsRecords: 'One for each type.',
  }),
  CloudMapDnsRecord: define(dnsRecord, 'DNS record of Cloud Map', 'Of a service of AWS Cloud Map.', {
    type: '`A`, `AAAA` or `SRV`.',
  }),
}
