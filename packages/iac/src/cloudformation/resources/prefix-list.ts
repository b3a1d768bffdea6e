import { isGap, type Known, pointerTo } from '@farsight/core'
import { pointerIn } from '../draft-table.ts'
import { attributes, byId } from '../names.ts'
import { record } from '../record-shape.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, literal, number, text } from '../shape.ts'
import { add, readingOf } from '../stack.ts'

const entries = fullList(record<{ cidr?: Known<string> }>({ cidr: literal }))

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-prefixlist.html */
export const prefixList: ResourceKind = {
  type: 'AWS::EC2::PrefixList',
  ref: byId,
  attribute: attributes({ PrefixListId: byId }),
  read: (resource, stack) => {
    const at = pointerIn(stack.prefixLists, resource.id)
    const reading = readingOf(stack, resource)
    const read = entries.read(resource.get('Entries'), pointerTo(at, 'cidrs'), reading) ?? []
    const cidrs = isGap(read) ? read : known(read.map(({ cidr }) => cidr ?? ''))
    const prefixListName = text.read(resource.get('PrefixListName'), at, reading)
    const maxEntries = number.read(resource.get('MaxEntries'), at, reading)
    add(stack, stack.prefixLists, resource.id, resource, {
      ...(prefixListName === undefined ? {} : { prefixListName }),
      cidrs,
      ...(maxEntries === undefined ? {} : { maxEntries }),
    })
  },
}

function known(cidrs: readonly Known<string>[]): Known<readonly string[]> {
  return cidrs.find(isGap) ?? cidrs.filter((cidr): cidr is string => !isGap(cidr))
}
