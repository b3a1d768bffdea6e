import { expect, test } from 'vitest'
import { foldLetters, foldText } from './fold-text.ts'

test.each([
  ['s3:GetObject', 's3:getobject'],
  ['AZaz09:*?-_', 'azaz09:*?-_'],
  ['S3:«Verb»OBJECT', 's3:«Verb»object'],
  ['«Service»:GET«Noun»S', '«Service»:get«Noun»s'],
  ['«A»«B»', '«A»«B»'],
  ['S3:«Verb', 's3:«verb'],
  ['S3:Verb»«A', 's3:verb»«a'],
  ['', ''],
])('%s is, whatever its case, %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test.each([
  ['\u212aEY', '\u212aey'],
  ['\u212a', '\u212a'],
  ['İD', 'İd'],
  ['ÄPFEL-Äpfel', 'Äpfel-Äpfel'],
])('in %s, only the letters A to Z have another case', (text, folded) => {
  expect(foldLetters(text)).toBe(folded)
})
