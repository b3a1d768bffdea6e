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

/** What a JSON text is that another option or verb takes; null: none of these. */
export function takenElsewhere(text: string): 'task-definition' | 'stop' | null {
  const head = text.slice(0, 65536).replace(/^\uFEFF/, '')
  if (!/^\s*\{/.test(head) || /"Resources"\s*:/.test(head)) return null
  if (/"(?:stoppedReason|stopCode|detail-type)"\s*:/.test(head)) return 'stop'
  return /"containerDefinitions"\s*:/.test(head) ? 'task-definition' : null
}

/** Whether a text is one of the sources of facts, and not what somebody was told: a message, or a document about a stop. */
export function holdsFacts(text: string): boolean {
  if (meaningOf(text) !== 'template') return true
  const head = text.slice(0, 65536)
  if (/^\s*\{/.test(head)) return /"Resources"\s*:/.test(head)
  return /^(?:AWSTemplateFormatVersion|Resources|Transform|Parameters)\s*:/m.test(head)
}
