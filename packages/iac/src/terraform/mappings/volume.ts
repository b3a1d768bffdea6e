import type { Value } from '../../cloudformation/value.ts'
import { filled, inside, map, only } from '../values.ts'

/** A block `volume` of `aws_ecs_task_definition`, as CloudFormation writes it. */
export function volumeOf(block: Value, at: number): Value {
  const efs = only(inside(block, 'efs_volume_configuration'))
  const authorization = only(inside(efs, 'authorization_config'))
  const s3Files = only(inside(block, 's3files_volume_configuration'))
  const path = filled(inside(block, 'host_path'))
  return map(at, {
    Name: inside(block, 'name'),
    ConfiguredAtLaunch: inside(block, 'configure_at_launch'),
    ...(path.kind === 'absent' ? {} : { Host: map(at, { SourcePath: path }) }),
    EFSVolumeConfiguration:
      efs.kind !== 'map'
        ? efs
        : map(at, {
            FilesystemId: inside(efs, 'file_system_id'),
            RootDirectory: filled(inside(efs, 'root_directory')),
            TransitEncryption: filled(inside(efs, 'transit_encryption')),
            TransitEncryptionPort: inside(efs, 'transit_encryption_port'),
            AuthorizationConfig:
              authorization.kind !== 'map'
                ? authorization
                : map(at, {
                    AccessPointId: filled(inside(authorization, 'access_point_id')),
                    IAM: filled(inside(authorization, 'iam')),
                  }),
          }),
    DockerVolumeConfiguration: only(inside(block, 'docker_volume_configuration')),
    FsxWindowsFileServerVolumeConfiguration: only(inside(block, 'fsx_windows_file_server_volume_configuration')),
    S3FilesVolumeConfiguration:
      s3Files.kind !== 'map'
        ? s3Files
        : map(at, {
            FileSystemArn: inside(s3Files, 'file_system_arn'),
            AccessPointArn: filled(inside(s3Files, 'access_point_arn')),
            RootDirectory: filled(inside(s3Files, 'root_directory')),
            TransitEncryptionPort: inside(s3Files, 'transit_encryption_port'),
          }),
  })
}
