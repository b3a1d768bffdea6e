import type { Rule } from '../rule.ts'

const CANDIDATES = ['role-trust-missing', 'role-not-yet-consistent', 'pass-role-denied', 'role-not-found'] as const

/** Roles that ECS takes on for the task. */
export const ASSUME_ROLES: readonly Rule[] = [
  {
    says: ['infrastructure role'],
    means: {
      step: 'mount-volumes',
      service: 'iam',
      kind: 'permission',
      causes: ['infrastructure-role-trust-missing', 'role-not-yet-consistent', 'pass-role-denied'],
    },
  },
  {
    says: [
      'assume the role',
      'assume role',
      'sts:AssumeRole',
      'assumeRole',
      'assume the task role',
      'assume the execution role',
      'assuming the role',
      'role being passed',
    ],
    not: ['ResourceInitialization', 'efs utils'],
    means: { step: 'assume-roles', service: 'iam', kind: 'permission', causes: CANDIDATES, transient: null },
  },
  {
    says: ['IAM trust relationship', 'trust relationship has been', 'trust policy'],
    means: {
      step: 'assume-roles',
      service: 'iam',
      kind: 'permission',
      causes: ['role-trust-missing', 'role-not-found', 'role-not-yet-consistent'],
      transient: null,
    },
  },
  {
    says: ['IAM permissions policies have been', 'permissions policies have been misconfigured'],
    means: {
      step: 'place-task',
      service: 'iam',
      kind: 'missing',
      causes: ['service-linked-role-missing', 'role-not-found'],
      transient: null,
    },
  },
  {
    says: [
      'SERVICE_TASK_CONFIGURATION_FAILURE',
      'credentials for the task role',
      'task role credentials',
      'execution role credentials',
    ],
    means: { step: 'assume-roles', service: 'iam', kind: 'permission', causes: CANDIDATES, transient: null },
  },
]
