import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { embed, openOf, text, unresolved, type Value } from '../value.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html */
export function base64(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const value = resolver.value(argument)
  const literal = embed(value)
  return literal === null || openOf(value) !== null ? unresolved('Fn::Base64', at) : text(encode(utf8(literal)), at)
}

/** The reader runs without Node and without a DOM, so neither `Buffer` nor `TextEncoder` is there. */
function utf8(literal: string): readonly number[] {
  const wellFormed = literal.replace(/\p{Surrogate}/gu, '\ufffd')
  return [...encodeURIComponent(wellFormed).matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([char, hex]) =>
    hex === undefined ? char.charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

function encode(bytes: readonly number[]): string {
  let encoded = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    encoded += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63)
    encoded +=
      (b === undefined ? '=' : ALPHABET.charAt((bits >> 6) & 63)) + (c === undefined ? '=' : ALPHABET.charAt(bits & 63))
  }
  return encoded
}
