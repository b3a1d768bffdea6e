import { expect, test } from 'vitest'
import { MAPPINGS } from './mappings/mappings.ts'
import { ADDITIONS, OPENINGS } from './take-additions-away.ts'
import { REMOVERS } from './take-things-away.ts'

/** Why nothing of these is taken out of an account. */
const LEFT: Readonly<Record<string, string>> = {
  aws_default_network_acl: 'Terraform forgets it, and AWS keeps it',
  aws_default_route_table: 'Terraform forgets it, and AWS keeps it',
  aws_default_security_group: 'Terraform forgets it, and AWS keeps it',
  aws_vpc_endpoint_private_dns: 'Terraform forgets it, and AWS keeps it',
  aws_secretsmanager_secret_version: 'AWS keeps the current version of a secret',
  aws_iam_role_policies_exclusive: 'it lists what others put there',
  aws_iam_role_policy_attachments_exclusive: 'it lists what others put there',
  aws_ec2_transit_gateway: 'a snapshot has its attachments alone',
  aws_vpc_dhcp_options: 'a VPC that uses them keeps them from being deleted',
  aws_kms_alias: 'a snapshot has keys by their ids',
  aws_batch_compute_environment: 'a launch',
  aws_batch_job_definition: 'a launch',
  aws_cloudwatch_event_target: 'a launch',
  aws_ecs_express_gateway_service: 'a launch',
  aws_eks_fargate_profile: 'a launch',
  aws_pipes_pipe: 'a launch',
  aws_scheduler_schedule: 'a launch',
  aws_sfn_state_machine: 'a launch',
}

test('every type that is read is taken away too, or has a reason not to be', () => {
  const isTakenAway = (type: string) => [ADDITIONS, OPENINGS, REMOVERS].some((each) => each.has(type))
  const isRead = (type: string) => isTakenAway(type) || Object.hasOwn(LEFT, type)
  // What the reader only names changes nothing of an account
  const unread =
    /^aws_(?:cloudwatch_log_resource_policy|ecr_repository_creation_template|organizations_|vpc_encryption|vpc_security_group_vpc)/
  expect([...MAPPINGS.keys()].filter((type) => !isRead(type) && !unread.test(type))).toEqual([])
  expect(Object.keys(LEFT).filter(isTakenAway)).toEqual([])
})
