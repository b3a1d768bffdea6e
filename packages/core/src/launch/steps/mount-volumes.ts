import type { Gap } from '../../model/gap.ts'
import { isGap } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { EfsVolumeConfiguration, S3FilesVolumeConfiguration, Volume } from '../../model/task-definition.ts'
import type { World } from '../../model/world.ts'
import { partitionOf, serviceHost } from '../../network/aws-host.ts'
import { call } from '../call.ts'
import { infrastructureRoleTrusts } from '../conditions/infrastructure-role-trusts.ts'
import { mountsKnown } from '../conditions/mounts-known.ts'
import { volumeOptionsValid } from '../conditions/volume-options-valid.ts'
import { madeOfSnapshots, volumeSnapshotsUsable } from '../conditions/volume-snapshots-usable.ts'
import { volumesConfigured } from '../conditions/volumes-configured.ts'
import type { LaunchContainer } from '../containers.ts'
import type { Launch } from '../launch.ts'
import type { Requirement } from '../requirement.ts'
import { s3FileSystemOf } from '../s3-file-system.ts'
import type { Step } from '../step.ts'
import { unknownReference } from '../unknown-reference.ts'
import { volumeCalls } from '../volume-calls.ts'
import { volumeKeyCalls } from '../volume-key-calls.ts'

/**
 * Fargate mounts the volumes of the task where its containers want them. An EFS file system is mounted over NFS from the
 * interface of the task, as the task role where the volume asks for IAM.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_storage
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
 */
export const mountVolumes: Step = {
  id: 'mount-volumes',
  requires: (launch, world) => {
    const { containers, taskDefinition } = launch
    const mounts = containers !== null && !isGap(containers) && containers.some(hasMounts) ? MOUNTS : NONE
    const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition
    const { volumes = [] } = definition?.value ?? {}
    if (definition === null || isGap(volumes)) return mounts
    return [...mounts, ...requirementsOf(launch, world, volumes, pointerTo(definition.at, 'volumes'))]
  },
}

const STEP = 'mount-volumes'
const NONE: readonly Requirement[] = []
const MOUNTS: readonly Requirement[] = [mountsKnown]
const NFS = 2049

function hasMounts({ definition: { mountPoints, volumesFrom } }: LaunchContainer): boolean {
  return isUsed(mountPoints) || isUsed(volumesFrom)
}

function isUsed(list: unknown): boolean {
  return isGap(list) || (Array.isArray(list) && list.length > 0)
}

function isFileSystem({ efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3Files }: Volume): boolean {
  return efs !== undefined || s3Files !== undefined
}

function requirementsOf(
  launch: Launch,
  world: World,
  volumes: readonly Volume[],
  base: Pointer,
): readonly Requirement[] {
  const requirements: Requirement[] = []
  if (volumes.some(isFileSystem)) requirements.push(volumeOptionsValid)
  for (const [
    position,
    { name, efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3Files },
  ] of volumes.entries()) {
    const volume = isGap(name) ? `#${position + 1}` : name
    if (efs !== undefined) {
      const at = pointerTo(base, position, 'efsVolumeConfiguration')
      requirements.push(isGap(efs) ? unknownVolume(volume, efs, at) : mountOf(launch, volume, efs, at))
    }
    if (s3Files !== undefined) {
      const at = pointerTo(base, position, 's3filesVolumeConfiguration')
      const mount = isGap(s3Files) ? unknownVolume(volume, s3Files, at) : s3MountOf(launch, volume, s3Files, at)
      if (mount !== null) requirements.push(mount)
    }
  }
  return [...requirements, ...ofVolumesAtLaunch(launch, world, volumes)]
}

/** What volumes that are configured at launch require, which are of EBS. */
function ofVolumesAtLaunch(launch: Launch, world: World, volumes: readonly Volume[]): readonly Requirement[] {
  if (!volumes.some(({ configuredAtLaunch }) => configuredAtLaunch === true || isGap(configuredAtLaunch))) {
    return isUsed(launch.request.volumeConfigurations) ? [volumesConfigured] : NONE
  }
  return [
    volumesConfigured,
    infrastructureRoleTrusts,
    ...volumeCalls(launch),
    ...volumeKeyCalls(launch, world),
    ...(madeOfSnapshots(launch).length > 0 ? [volumeSnapshotsUsable] : NONE),
  ]
}

/** @see https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function mountOf(launch: Launch, volume: string, efs: EfsVolumeConfiguration, at: Pointer): Requirement {
  const { fileSystemId: id, authorizationConfig, transitEncryption = 'DISABLED', rootDirectory = '/' } = efs
  if (isGap(id)) return unknownVolume(volume, id, pointerTo(at, 'fileSystemId'))
  if (isGap(authorizationConfig)) return unknownVolume(volume, authorizationConfig, at)
  const { iam = 'DISABLED', accessPointId } = authorizationConfig ?? {}
  if (isGap(iam)) return unknownVolume(volume, iam, pointerTo(at, 'authorizationConfig', 'iam'))
  const { place } = launch
  const arn = `arn:${partitionOf(place.region)}:elasticfilesystem:${place.region}:${place.account}`
  const principal = iam === 'ENABLED' ? launch.taskRole : null
  const accessPoint =
    accessPointId === undefined || isGap(accessPointId)
      ? null
      : { 'elasticfilesystem:AccessPointArn': `${arn}:access-point/${accessPointId}` }
  const context = { 'elasticfilesystem:AccessedViaMountTarget': 'true', ...accessPoint }
  const isEncrypted = isGap(transitEncryption) ? null : transitEncryption === 'ENABLED'
  return call({
    step: STEP,
    at,
    service: 'efs',
    principal,
    action: principal === null ? null : 'elasticfilesystem:ClientMount',
    resource: `${arn}:file-system/${id}`,
    to: { host: `${id}.${serviceHost('efs', place.region)}`, port: NFS },
    target: {
      target: 'file-system',
      id,
      arn: `${arn}:file-system/${id}`,
      place,
      volume,
      belowRoot: accessPointId !== undefined || (rootDirectory !== '/' && rootDirectory !== ''),
      anonymous: iam === 'ENABLED' ? null : { isEncrypted, context },
    },
    context,
  })
}

/**
 * Always as the task role, which ECS wants to be set. A policy of the file system may allow it in place of the role's.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-files-security-iam.html
 */
function s3MountOf(
  launch: Launch,
  volume: string,
  s3Files: S3FilesVolumeConfiguration,
  at: Pointer,
): Requirement | null {
  const { fileSystemArn: resource, accessPointArn, rootDirectory = '/' } = s3Files
  const here = pointerTo(at, 'fileSystemArn')
  if (isGap(resource)) return unknownVolume(volume, resource, here)
  const fileSystem = s3FileSystemOf(resource)
  if (isGap(fileSystem)) return unknownVolume(volume, fileSystem, here)
  // That it names none, `volume-options-valid` says.
  if (fileSystem === null) return null
  const { id, place } = fileSystem
  const principal = launch.taskRole
  const accessPoint =
    accessPointArn === undefined || isGap(accessPointArn) ? null : { 's3files:AccessPointArn': accessPointArn }
  return call({
    step: STEP,
    at,
    service: 's3',
    principal,
    action: principal === null ? null : 's3files:ClientMount',
    resource,
    to: { host: `${id}.s3files.${place.region}.on.aws`, port: NFS },
    target: {
      target: 'file-system',
      id,
      arn: resource,
      place,
      volume,
      belowRoot: accessPointArn !== undefined || (rootDirectory !== '/' && rootDirectory !== ''),
      anonymous: null,
    },
    context: accessPoint,
  })
}

function unknownVolume(id: string, gap: Gap, at: Pointer): Requirement {
  return unknownReference({ step: STEP, kind: 'volume', id, gap, at })
}
