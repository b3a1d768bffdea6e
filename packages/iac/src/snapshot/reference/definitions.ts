import type { Gap } from '@farsight/core'
import { knownBoolean, knownInteger, knownListOfKnownStrings, knownString, knownStrings } from '../schema/known.ts'
import { rest } from '../schema/table.ts'
import { cidr, knownCidr, knownCidrs } from '../schema/text.ts'
import { clusterDefinitions } from './cluster.ts'
import type { Definition } from './definition.ts'
import { discoveryDefinitions } from './discovery.ts'
import { iamDefinitions } from './iam.ts'
import { launchRequestDefinitions } from './launch-request.ts'
import { networkDefinitions } from './network.ts'
import { resourceDefinitions } from './resources.ts'
import { runTaskDefinitions } from './run-task.ts'
import { serviceDefinitions } from './service.ts'
import { snapshotDefinitions } from './snapshot.ts'
import { taskDefinitions } from './task.ts'
import { taskDefinitionDefinitions } from './task-definition.ts'

/** All objects of the snapshot by their names in the JSON schema, in the order in which people read them. */
export const definitions: { readonly [name: string]: Definition } = {
  ...snapshotDefinitions,
  ...networkDefinitions,
  ...clusterDefinitions,
  ...discoveryDefinitions,
  ...serviceDefinitions,
  ...runTaskDefinitions,
  ...launchRequestDefinitions,
  ...taskDefinitions,
  ...taskDefinitionDefinitions,
  ...iamDefinitions,
  ...resourceDefinitions,
}

/** What each kind of gap says. */
export const gapKinds: { readonly [Kind in Gap['gap']]: string } = {
  'not-read': 'Nobody asked. `permission` is the IAM action that reads it, where one does.',
  denied: 'Asked, and the answer was "access denied". `permission` is the IAM action that reads it.',
  'other-owner': 'It belongs to another account, which alone can list it.',
  parameter:
    'A template parameter without a value. With `"derived": true` the value is made of it, such as an item of its list.',
  option: 'Code does not say to which account or Region it goes; the option of the command line tells.',
  unresolved: 'An expression that Farsight does not resolve: an import, a dynamic reference, a macro.',
  refused: 'Something that AWS would not accept, such as a policy with an operator that does not exist.',
  'after-deploy': 'AWS decides it during the deployment.',
  'not-modeled': 'Farsight knows that this decides, and does not judge it yet.',
  assumed: 'It cannot be read by nature and is taken as good; with `--strict` it is a gap.',
}

/** What many fields have in common. */
export const sharedSchemas: { readonly [name: string]: Pick<Definition, 'schema' | 'description'> } = {
  KnownString: { schema: knownString, description: 'A text, or a gap.' },
  KnownBoolean: { schema: knownBoolean, description: 'true or false, or a gap.' },
  KnownInteger: { schema: knownInteger, description: 'A whole number, or a gap.' },
  KnownStrings: { schema: knownStrings, description: 'Texts, or a gap in place of the list.' },
  KnownListOfKnownStrings: {
    schema: knownListOfKnownStrings,
    description: 'Texts or gaps, or a gap in place of the list.',
  },
  CidrBlock: { schema: cidr, description: 'An IPv4 or IPv6 block, such as `10.0.0.0/16`.' },
  KnownCidrBlock: { schema: knownCidr, description: 'An IPv4 or IPv6 block, or a gap.' },
  KnownCidrBlocks: { schema: knownCidrs, description: 'IPv4 and IPv6 blocks, or a gap in place of the list.' },
  Rest: {
    schema: rest,
    description: 'Speaks for all that is not written. `null`: it is not there; a gap: why it is not known.',
  },
}
