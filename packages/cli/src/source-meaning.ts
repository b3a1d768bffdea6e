/**
 * What a text means to be, told by its first keys, so that one that does not parse is still read as what it is: a plan
 * of Terraform begins with its versions, the manifest of a CDK app holds artifacts.
 */
export function meaningOf(text: string): 'snapshot' | 'template' | 'cdk' | 'terraform' {
  const head = text.slice(0, 65536).replace(/^\uFEFF/, '')
  if (!/^\s*\{/.test(head)) return 'template'
  if (/"(?:schema"\s*:\s*"farsight\.snapshot|accounts"\s*:)/.test(head)) return 'snapshot'
  if (/"Resources"\s*:/.test(head)) return 'template'
  if (/"(?:terraform_version|planned_values|resource_changes)"\s*:/.test(head)) return 'terraform'
  return /"artifacts"\s*:/.test(head) ? 'cdk' : 'template'
}
