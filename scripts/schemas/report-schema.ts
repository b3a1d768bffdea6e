import * as z from 'zod/mini'
import { CAUSES } from '../../packages/core/src/causes/cause.ts'
import { STEP_IDS } from '../../packages/core/src/launch/step-id.ts'
import { ASSUMPTIONS } from '../../packages/core/src/model/assumption.ts'
import { REPORT_SCHEMA } from '../../packages/core/src/report/report.ts'
import { type Definition, define } from '../../packages/iac/src/snapshot/reference/definition.ts'
import { type JsonSchema, toJsonSchema } from '../../packages/iac/src/snapshot/reference/json-schema.ts'

const string = z.string()
const strings = z.array(string)
const integer = z.int()
const boolean = z.boolean()
const stringOrNull = z.nullable(string)
const optionalString = z.exactOptional(string)

// Later versions may add to these: readers take what they do not know as text
const command = z.enum(['preflight', 'diagnose'])
const sourceType = z.enum(['snapshot', 'template', 'message'])
const launchType = z.literal('FARGATE')
const step = z.enum(STEP_IDS)
const cause = z.enum(Object.keys(CAUSES) as (keyof typeof CAUSES)[])
const assumptionId = z.enum(ASSUMPTIONS)
const caller = z.enum(['task', 'fargate', 'aws'])
const kind = z.enum([
  'network',
  'permission',
  'missing',
  'configuration',
  'capacity',
  'throttled',
  'application',
  'platform',
  'intended',
  'unknown',
])
const condition = z.enum([
  'subnet-exists',
  'security-group-exists',
  'one-vpc',
  'task-definition-active',
  'execution-role-set',
  'platform-supported',
  'task-size-offered',
  'task-definition-suits',
  'task-role-set',
  'cluster-active',
  'namespace-exists',
  'service-connect-suits',
  'request-suits',
  'within-request-limits',
  'zone-served',
  'within-vcpu-quota',
  'deployment-has-room',
  'ipv6-assigned',
  'storage-key-usable',
  'launch-known',
  'free-address',
  'role-trusts-ecs-tasks',
  'role-trusts-caller',
  'environment-files-valid',
  'log-options-set',
  'target-groups-suit',
  'target-groups-of-vpc',
  'listeners-awaited',
  'service-registries-suit',
  'load-balancer-serves-zone',
  'load-balancer-reaches-task',
  'grace-period-suits',
  'injected-containers-known',
  'mounts-known',
  'volume-options-valid',
  'volumes-configured',
  'volume-snapshots-usable',
  'infrastructure-role-trusts-ecs',
  'image-reference-valid',
  'secret-reference-valid',
  'container-settings-supported',
  'containers-fit-task',
  'dependencies-reachable',
  'root-filesystem-writable',
  'exec-supported',
  'task-role-not-overridden',
  'reference-known',
])
const causeStep = z.enum([...STEP_IDS, 'open-exec-session', 'push-image'])
const stopService = z.enum([
  'ecr-api',
  'ecr-dkr',
  'ecr-public',
  'docker-hub',
  'registry',
  's3',
  'secretsmanager',
  'ssm',
  'kms',
  'logs',
  'efs',
  'elb',
  'ssmmessages',
  'ecs',
  'ec2',
  'iam',
])
const policyLayer = z.enum([
  'identity-policy',
  'resource-policy',
  'endpoint-policy',
  'service-control-policy',
  'resource-control-policy',
  'permissions-boundary',
  'session-policy',
])
const evidenceFact = z.enum([
  'private-address',
  'public-address',
  's3-address',
  'ipv6-address',
  'never-answered',
  'answered',
  'name-not-resolved',
  'denied-by',
  'agent-killed',
  'digest-pinned',
  'default-registry',
  'exit-code',
  'own-exit',
  'intended',
  'cut',
])
const confidence = z.enum(['proven', 'likely', 'possible'])
const says = z.enum(['explained', 'open', 'nothing-wrong', 'assumed', 'other-fault', 'not-judged'])
const GROWING: ReadonlySet<z.core.$ZodType> = new Set([
  command,
  sourceType,
  launchType,
  step,
  cause,
  assumptionId,
  caller,
  kind,
  condition,
  causeStep,
  stopService,
  policyLayer,
  evidenceFact,
  says,
])

const launchVerdict = z.enum(['starts', 'fails', 'undecided'])
const verdict = z.enum(['works', 'fails', 'undecided'])
const optionalVerdict = z.exactOptional(verdict)

const codeOrigin = z.object({ file: string, line: integer, column: integer, path: optionalString })
const callOrigin = z.object({ call: string, arn: optionalString })
const origin = z.nullable(z.union([codeOrigin, callOrigin]))

const source = z.object({ type: sourceType, files: strings })
const summary = z.object({ starts: integer, fails: integer, undecided: integer, skipped: integer })
const snapshotInfo = z.object({ takenAt: optionalString })
const skippedLaunch = z.object({ id: string, why: string })
const platform = z.object({ family: string, version: string })
const running = z.object({ count: integer, couldRestart: boolean })
const subnet = z.object({ subnetId: string, availabilityZone: stringOrNull, verdict: launchVerdict })
const share = z.object({ works: integer, of: integer })
const outcome = z.object({
  verdict,
  reach: optionalVerdict,
  authorize: optionalVerdict,
  target: optionalVerdict,
  partial: z.exactOptional(share),
})
const requirement = z.object({
  id: string,
  step,
  required: boolean,
  action: z.exactOptional(stringOrNull),
  condition: z.exactOptional(condition),
  resource: string,
  principal: z.exactOptional(stringOrNull),
  from: z.exactOptional(caller),
  to: optionalString,
  verdict,
  bySubnet: z.record(string, outcome),
})
const evidence = z.object({ blocker: string, text: string, subnets: strings, origin })
const chainLine = z.object({
  layer: z.enum([
    'identity-policy',
    'permissions-boundary',
    'session-policy',
    'resource-policy',
    'service-control-policy',
    'resource-control-policy',
    'endpoint-policy',
  ]),
  says: z.enum(['allowed', 'denied', 'silent', 'undecided']),
  policy: stringOrNull,
  statement: stringOrNull,
  text: string,
  origin,
})
const finding = z.object({
  id: string,
  cause,
  step,
  kind,
  verdict: z.enum(['fails', 'undecided']),
  required: boolean,
  requirements: strings,
  subnets: strings,
  resource: string,
  evidence: z.array(evidence),
  chain: z.exactOptional(z.array(chainLine)),
  origin,
  message: string,
  remedy: string,
  isNew: z.exactOptional(boolean),
  ignored: z.exactOptional(z.literal(true)),
})
const settledBy = z.object({
  permission: optionalString,
  option: optionalString,
  account: optionalString,
  text: stringOrNull,
})
const gap = z.object({ what: string, why: string, settledBy, origin, subnets: strings })
const assumption = z.object({ id: assumptionId, text: string })
const notJudged = z.object({ id: string, text: string })
const launch = z.object({
  id: string,
  taskDefinition: stringOrNull,
  launchType,
  platform: z.nullable(platform),
  verdict: launchVerdict,
  running: z.exactOptional(running),
  subnets: z.array(subnet),
  requirements: z.array(requirement),
  findings: z.array(finding),
  gaps: z.array(gap),
  assumptions: z.array(assumption),
  notJudged: z.array(notJudged),
})

const report = z.object({
  schema: z.literal(REPORT_SCHEMA),
  command,
  source,
  summary,
  snapshot: snapshotInfo,
  launches: z.array(launch),
  skipped: z.array(skippedLaunch),
})

/** The type that the schema describes; a test compares it with core's. */
export type ReportShape = z.infer<typeof report>

const ORIGIN = 'Where it is written: a place in code, or the call to AWS that told it. `null`: nobody said.'

const dialed = z.object({ host: stringOrNull, ip: stringOrNull, port: z.nullable(integer) })
const stopEvidence = z.object({ fact: evidenceFact, value: string })
const stop = z.object({
  message: string,
  step: z.nullable(causeStep),
  kind,
  service: z.nullable(stopService),
  action: stringOrNull,
  resource: stringOrNull,
  principal: stringOrNull,
  dialed: z.nullable(dialed),
  transient: z.nullable(boolean),
  retries: z.nullable(integer),
  status: z.nullable(integer),
  inferred: z.array(z.enum(['step', 'kind', 'service'])),
  notUnderstood: stringOrNull,
  retriedBy: z.nullable(z.enum(['service', 'nobody', 'workflow'])),
  causes: z.array(cause),
  errorCode: stringOrNull,
  deniedBy: z.nullable(policyLayer),
  stopCode: stringOrNull,
  container: stringOrNull,
  exitCode: z.nullable(integer),
  isCut: boolean,
  evidence: z.array(stopEvidence),
})
const stopSubnet = z.object({ subnetId: string, count: integer })
const stopCause = z.object({ cause, confidence, finding: stringOrNull })
const stopAnswer = z.object({ what: string, why: string, now: string })
const reportedStop = z.object({
  stop,
  owner: stringOrNull,
  count: integer,
  of: integer,
  tasks: strings,
  subnets: z.array(stopSubnet),
  first: stringOrNull,
  last: stringOrNull,
  launch: z.nullable(integer),
  says: z.nullable(says),
  confidence: z.nullable(confidence),
  causes: z.array(stopCause),
  answer: stopAnswer,
  notes: strings,
  leads: strings,
})

/** The type of a stop that the schema describes; a test compares it with core's. */
export type ReportedStopShape = z.infer<typeof reportedStop>

const published = z.extend(report, { stop: z.exactOptional(stop), stops: z.exactOptional(z.array(reportedStop)) })

const root = define(
  published,
  'Farsight report, version 1',
  'What `--format json` prints. Later versions may add properties, and values where no fixed list is given; what is here keeps its name and meaning.',
  {
    schema: 'Says that this is a report, and in which version.',
    command: 'The verb that was asked.',
    source: 'What was read.',
    summary: 'How many launches there are of each verdict.',
    snapshot: 'Of the snapshot that the answers rest on.',
    launches: 'What was judged, in a stable order.',
    skipped: 'What was not judged, and why.',
    stop: 'Of `diagnose`: the first of `stops`, as it was read.',
    stops: 'Of `diagnose`: stops that read the same are one.',
  },
)

const parts: { readonly [name: string]: Definition } = {
  Source: define(source, 'Source', 'What was read.', {
    type: 'What kind of input.',
    files: 'As they were named on the command line; `-` is stdin.',
  }),
  Summary: define(summary, 'Summary', 'Numbers of launches.', {
    starts: 'Launches that start.',
    fails: 'Launches that fail in one subnet or more.',
    undecided: 'Launches that fail nowhere and are undecided somewhere.',
    skipped: 'Launches that were not judged.',
  }),
  SnapshotInfo: define(snapshotInfo, 'Snapshot', 'The time is the only one in a report.', {
    takenAt: 'When the state was read, ISO 8601. Absent where the snapshot is of code.',
  }),
  Launch: define(launch, 'Launch', 'A service, or a run of a task.', {
    id: '`service/…` or `run-task/…`.',
    taskDefinition: '`family:revision`; `null`: not known.',
    launchType: 'As ECS calls it.',
    platform: '`null`: not known.',
    verdict: '`fails` if any subnet fails, else `undecided` if any is, else `starts`.',
    running: 'Of a live service.',
    subnets: 'The subnets that tasks may be placed in.',
    requirements: 'Everything that the launch requires, in the order in which it happens.',
    findings: 'What is wrong.',
    gaps: 'What is not known and leaves an answer open.',
    assumptions: 'What cannot be read by nature and is taken as good.',
    notJudged: 'What a start needs and Farsight does not judge yet.',
  }),
  Platform: define(platform, 'Platform', 'The Fargate platform.', {
    family: '`LINUX`, or a Windows Server version.',
    version: 'Such as `1.4.0`.',
  }),
  Running: define(running, 'Running tasks', 'Tasks that run already.', {
    count: 'How many.',
    couldRestart: 'Whether one that stops could be replaced.',
  }),
  Subnet: define(subnet, 'Subnet', 'One subnet of a launch.', {
    subnetId: 'Its id.',
    availabilityZone: '`null`: not known.',
    verdict: 'Whether a task starts here.',
  }),
  Requirement: define(requirement, 'Requirement', 'A call to a service, or a condition.', {
    id: 'Unique within the launch; findings name it.',
    step: 'The stage of the launch that requires it.',
    required: 'false: the task starts without it too.',
    action: 'Of a call: the IAM action; `null`: none is needed.',
    condition: 'Of a condition.',
    resource: 'What it is about.',
    principal: 'Of a call: the role that it is made as; `null`: none, or not known.',
    from: 'Of a call: where it leaves from.',
    to: 'Of a call: host and port.',
    verdict: 'Over all subnets.',
    bySubnet: 'By subnet id.',
  }),
  Outcome: define(outcome, 'Outcome', 'The answer in one subnet.', {
    verdict: 'Over all three parts.',
    reach: 'Of a call: whether packets get there and back.',
    authorize: 'Of a call: whether the policies allow it.',
    target: 'Of a call: whether the thing asked for is there.',
    partial: 'Where it works for some of the addresses only.',
  }),
  Share: define(share, 'Share', 'How many of how many.', { works: 'How many work.', of: 'How many there are.' }),
  Finding: define(finding, 'Finding', 'One cause on one object, with all that it stops.', {
    id: 'Unique within the launch.',
    cause: 'A public id: `docs/errors/<id>.md`.',
    step: 'The first step that it stops.',
    kind: 'The kind of the cause.',
    verdict: '`undecided`: the cause is there, and whether it stops anything is open.',
    required: 'false: the task starts all the same.',
    requirements: 'Ids of the requirements that it stops.',
    subnets: 'Ids of the subnets in which it does.',
    resource: 'The object that is wrong.',
    evidence: 'The hops or statements that decided.',
    chain: 'Of a permission that a call lacks: what each policy layer says, in the order in which they are asked.',
    origin: ORIGIN,
    message: 'What is wrong, in the language asked for.',
    remedy: 'What to do about it, in the language asked for.',
    isNew: 'Whether it was not there before: in the earlier report of `--baseline`, or in the account of `--over`.',
    ignored: 'There where `--ignore` names it.',
  }),
  Evidence: define(evidence, 'Evidence', 'Informative: its form may change.', {
    blocker: 'What stopped the call.',
    text: 'The same as a sentence.',
    subnets: 'Ids of the subnets in which it does.',
    origin: ORIGIN,
  }),
  ChainLine: define(chainLine, 'Policy layer', 'What one policy layer says to a call.', {
    layer: 'The kind of policy.',
    says: '`silent`: no statement speaks of the call, which a layer that must allow denies by that.',
    policy: 'The policy that decides; `null`: none does.',
    statement: 'Its statement: the `Sid`, else the position from 1.',
    text: 'The same as a line of text.',
    origin: ORIGIN,
  }),
  Gap: define(gap, 'Gap', 'Something that is not known and leaves an answer open.', {
    what: 'What is not known, in the language asked for.',
    why: 'Why it is not known, in the language asked for.',
    settledBy: 'What settles it.',
    origin: ORIGIN,
    subnets: 'Ids of the subnets whose answer it leaves open.',
  }),
  SettledBy: define(settledBy, 'What settles a gap', 'For programs, and as a sentence.', {
    permission: 'An IAM action that reads it.',
    option: 'An option of the command line.',
    account: 'An account whose state tells.',
    text: 'The same as a sentence; `null`: nothing that a person can do here.',
  }),
  Assumption: define(assumption, 'Assumption', 'With `--strict` it is a gap instead.', {
    id: 'A public id.',
    text: 'The same as a sentence.',
  }),
  NotJudged: define(notJudged, 'Not judged', 'It decides nothing here.', {
    id: 'A public id.',
    text: 'The same as a noun.',
  }),
  Skipped: define(skippedLaunch, 'Skipped launch', 'What was not judged.', {
    id: '`service/…` or `run-task/…`.',
    why: 'In the language asked for.',
  }),
  Stop: define(
    stop,
    'Stop',
    'What ECS, a registry or a tool said, read into structure. `null`: the text does not tell.',
    {
      message: 'On one line, secrets masked, cut after 2,000 characters.',
      step: 'The stage of the launch, or of a session or a push.',
      kind: 'The kind of the cause.',
      service: 'Who was asked.',
      action: 'As IAM names it.',
      resource: 'What was asked for.',
      principal: 'Who was refused, as the text names it.',
      dialed: 'What was connected to.',
      transient: 'Whether the same may work later without a change.',
      retries: 'How often it was tried.',
      status: 'The HTTP status; 0: nobody answered.',
      inferred: 'Fields that were concluded instead of said.',
      notUnderstood: 'The part that says what went wrong in words that are not known.',
      retriedBy: 'Who starts the task again.',
      causes: 'Candidates, best first.',
      errorCode: 'Of an API.',
      deniedBy: 'The layer of policies that the text names.',
      stopCode: 'As in the ECS API.',
      container: 'The container that it is about.',
      exitCode: 'Of the container.',
      isCut: 'Whether the text ends before the sentence does.',
      evidence: 'Informative: what in the text speaks for the reading.',
    },
  ),
  Dialed: define(dialed, 'Dialed', 'Where a connection went.', {
    host: 'By name.',
    ip: 'By address.',
    port: 'The port.',
  }),
  StopEvidence: define(stopEvidence, 'Observation', 'One part of the text.', {
    fact: 'What it shows.',
    value: 'The part.',
  }),
  ReportedStop: define(reportedStop, 'Diagnosed stop', 'Stops of one launch that read the same.', {
    stop: 'The last of them.',
    owner: '`service/…` or `task/…`; `null`: not told.',
    count: 'How often it was told.',
    of: 'Stops of the same owner, whatever the reason.',
    tasks: 'Ids of the tasks.',
    subnets: 'Where they ran.',
    first: 'When the first was.',
    last: 'When the last was.',
    launch: 'Its place in `launches`, from 0; `null`: there is none to join with.',
    says: 'What the model says of the step that failed.',
    confidence: 'Of the best cause.',
    causes: 'Best first.',
    answer: 'What failed, why, and what to do now, in the language asked for.',
    notes: 'Sentences in the language asked for.',
    leads: 'Where to look, in the language asked for.',
  }),
  StopSubnet: define(stopSubnet, 'Subnet of stops', 'Where tasks ran.', {
    subnetId: 'Its id.',
    count: 'How many of the tasks.',
  }),
  StopCause: define(stopCause, 'Cause of a stop', 'A candidate.', {
    cause: 'A public id.',
    confidence:
      '`proven`: the launch fails there so; `likely`: a gap or time lies between; `possible`: the text alone.',
    finding: 'The finding of the launch that shows it.',
  }),
  StopAnswer: define(stopAnswer, 'Answer', 'One line each.', {
    what: 'What failed.',
    why: 'Why.',
    now: 'What to do now.',
  }),
  CodeOrigin: define(codeOrigin, 'Origin in code', 'A place in a file.', {
    file: 'The file, as it was named on the command line.',
    line: 'Counted from 1.',
    column: 'Counted from 1.',
    path: 'The address inside the file: a logical id, a construct path.',
  }),
  CallOrigin: define(callOrigin, 'Origin in an account', 'A call to AWS.', {
    call: 'The API call, such as `ec2:DescribeSubnets`.',
    arn: 'What it was asked about.',
  }),
}

const shared = {
  Cause: { schema: cause, description: 'A public id, never renamed and never reused.' },
  Step: { schema: step, description: 'A stage of the launch.' },
}

/** `schemas/report.v1.json`. */
export function reportJsonSchema(): JsonSchema {
  return toJsonSchema({ id: 'report.v1.json', root, parts, shared, complete })
}

/** Lists that may grow are examples: a report of a later version still fits. */
function complete(schema: z.core.$ZodType, json: JsonSchema): void {
  if (!GROWING.has(schema) || (json.enum === undefined && json.const === undefined)) return
  json.type = 'string'
  json.examples = json.enum ?? [json.const]
  delete json.enum
  delete json.const
}
