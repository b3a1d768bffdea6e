/** Lines for the lab: what comes in by the device is routed by the table, in both families. */
export function routedBy(device: string, table: number): readonly string[] {
  const rule = `rule add iif ${device} lookup ${table}`
  return [rule, `-6 ${rule}`]
}
