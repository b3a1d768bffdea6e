import { SNAPSHOT_SCHEMA } from '@farsight/core'
import * as z from 'zod/mini'
import { bucket } from './bucket.ts'
import { capacityProvider, cluster } from './cluster.ts'
import { discoveryService, namespace } from './discovery.ts'
import { ebsSnapshot } from './ebs-snapshot.ts'
import { fileSystem } from './file-system.ts'
import { fact, known, string } from './known.ts'
import { loadBalancer, targetGroup } from './load-balancer.ts'
import { logGroup } from './log-group.ts'
import { ours } from './object.ts'
import { origins } from './origin.ts'
import { prefixList } from './prefix-list.ts'
import { registry, repository } from './repository.ts'
import { managedPolicy, organization, role } from './role.ts'
import { otherLaunch, runTask, stateMachine } from './run-task.ts'
import { key, parameter, secret } from './secret.ts'
import { service } from './service.ts'
import { dictionary, table } from './table.ts'
import { task } from './task.ts'
import { taskDefinition } from './task-definition.ts'
import { accountId, time } from './text.ts'
import { transitGateway } from './transit-gateway.ts'
import { vpc } from './vpc.ts'

export const regionState = ours({
  vpcs: fact(table(vpc)),
  prefixLists: fact(table(prefixList)),
  transitGateways: fact(table(transitGateway)),
  clusters: fact(table(cluster)),
  capacityProviders: fact(table(capacityProvider)),
  namespaces: fact(table(namespace)),
  discoveryServices: fact(table(discoveryService)),
  services: fact(table(service)),
  runTasks: fact(table(runTask)),
  stateMachines: fact(table(stateMachine)),
  otherLaunches: fact(table(otherLaunch)),
  taskDefinitions: fact(table(taskDefinition)),
  tasks: fact(table(task)),
  registry: fact(registry),
  repositories: fact(table(repository)),
  secrets: fact(table(secret)),
  parameters: fact(table(parameter)),
  keys: fact(table(key)),
  logGroups: fact(table(logGroup)),
  fileSystems: fact(table(fileSystem)),
  ebsSnapshots: fact(table(ebsSnapshot)),
  loadBalancers: fact(table(loadBalancer)),
  targetGroups: fact(table(targetGroup)),
  exports: fact(table(string)),
  quotas: fact(table(z.number())),
  accountSettings: fact(table(string)),
})

export const account = ours({
  organization: z.exactOptional(z.nullable(known(organization))),
  roles: fact(table(role)),
  policies: fact(table(managedPolicy)),
  buckets: fact(table(bucket)),
  regions: dictionary(regionState),
})

export const snapshot = ours({
  schema: z.literal(SNAPSHOT_SCHEMA),
  takenAt: z.exactOptional(time),
  accounts: dictionary(account, accountId),
  origins: z.exactOptional(origins),
})
