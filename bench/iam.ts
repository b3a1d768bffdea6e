import { evaluate } from '../packages/core/src/iam/evaluate.ts'
import type { PolicyRequest, PolicySet } from '../packages/core/src/iam/policy-set.ts'
import { calibrate } from './calibrate.ts'
import { ACCOUNT, REGION, regionalArn } from './fleet-names.ts'
import { median, rounded, secondsOf } from './statistics.ts'

/** Decisions with their reasons, on the layers that an image pull meets in an account with a data perimeter. */
export interface IamFigures {
  readonly authorizations: number
  /** The median of the rounds. */
  readonly authorizationsPerSecond: number
  readonly fastestPerSecond: number
  readonly microsecondsEach: number
  /** Seconds for 100,000 authorizations over the seconds of `calibrate`, before and after. */
  readonly ratioToCalibrate: number
  readonly calibrateSeconds: number
}

const ORGANIZATION = 'o-exampleorgid'
const FULL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements }
}

const PULL = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
]

/** Two identity documents with a deny by `NotAction`, two levels of the organization, a repository policy, an endpoint. */
const POLICIES: PolicySet = {
  identity: [
    policy({ Effect: 'Allow', Action: [...PULL, 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' }),
    policy(
      {
        Sid: 'Secrets',
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: regionalArn('secretsmanager', 'secret:web/*'),
      },
      {
        Sid: 'NothingElse',
        Effect: 'Deny',
        NotAction: ['ecr:*', 'logs:*', 'secretsmanager:*', 'kms:*'],
        Resource: '*',
      },
    ),
  ],
  serviceControlPolicies: [
    [
      FULL,
      policy({
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*', 'organizations:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': [REGION, 'us-east-1'] } },
      }),
    ],
    [
      FULL,
      policy({
        Effect: 'Deny',
        NotAction: ['ecr:*', 'logs:*', 'ssm:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
      }),
    ],
  ],
  resourcePolicy: policy({
    Sid: 'Team',
    Effect: 'Allow',
    Principal: '*',
    Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    Condition: { StringLike: { 'ecr:ResourceTag/team': '${aws:PrincipalTag/team}*' } },
  }),
  endpoints: [
    {
      type: 'Interface',
      policy: policy(
        { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION } },
        },
      ),
    },
  ],
}

function requestFor(number: number): PolicyRequest {
  return {
    action: 'ecr:BatchGetImage',
    resource: regionalArn('ecr', `repository/team-${number % 10}/web-${number}`),
    principal: `arn:aws:sts::${ACCOUNT}:assumed-role/web-execution/task-${number}`,
    context: {
      'aws:PrincipalOrgID': ORGANIZATION,
      'aws:PrincipalTag/team': 'web',
      'aws:RequestedRegion': REGION,
      'aws:SourceVpce': 'vpce-0123456789abcdef0',
      'ecr:ResourceTag/team': 'web-front',
    },
  }
}

const REQUESTS = 100
const EACH_ROUND = 20_000
const ROUNDS = 7

export function iam(): IamFigures {
  const requests = Array.from({ length: REQUESTS }, (_, number) => requestFor(number))
  const round = () => {
    for (let i = 0; i < EACH_ROUND; i++) {
      const request = requests[i % REQUESTS] as PolicyRequest
      const { decision } = evaluate(POLICIES, request)
      if (decision !== 'allowed') throw new Error(`${request.resource} is ${decision}, not allowed`)
    }
  }
  // The first round also compiles
  round()
  const before = calibrate()
  const seconds = Array.from({ length: ROUNDS }, () => secondsOf(round))
  const calibrateSeconds = (before + calibrate()) / 2
  const each = median(seconds) / EACH_ROUND
  return {
    authorizations: EACH_ROUND * ROUNDS,
    authorizationsPerSecond: Math.round(1 / each),
    fastestPerSecond: Math.round(EACH_ROUND / Math.min(...seconds)),
    microsecondsEach: rounded(each * 1_000_000, 2),
    ratioToCalibrate: rounded((each * 100_000) / calibrateSeconds, 3),
    calibrateSeconds: rounded(calibrateSeconds, 4),
  }
}
