/** `subnets = aws_subnet.private[*].id` refers to `aws_subnet.private`; what is taken of it, the attribute says. */
export function impliedBy(wanted: string): string {
  if (/(?:^|_)arns?$/.test(wanted) || wanted === 'task_definition' || wanted === 'resources') return 'arn'
  return /^(?:roles?|role_name|bucket|repository|cluster_name)$/.test(wanted) ? 'name' : 'id'
}
