import { expect, test } from 'vitest'
import { filesOf } from './environment-file.ts'

function read(value: string, type = 's3') {
  const definition = { name: 'app', image: 'nginx', environmentFiles: [{ type, value }] }
  const [written] = filesOf({
    name: 'app',
    definition,
    changes: null,
    image: null,
    at: '',
    required: true,
    onlyIf: null,
  })
  if (written?.is === 'file') return [written.file.bucket, written.file.key]
  return written?.is === 'invalid' ? written.why : written?.is
}

test.each([
  ['arn:aws:s3:::config/prod.env', ['config', 'prod.env']],
  ['arn:aws-cn:s3:::config/a/b/prod.env', ['config', 'a/b/prod.env']],
  ['arn:aws:s3:::«Config/Bucket»/app/«Stage».env', ['«Config/Bucket»', 'app/«Stage».env']],
  ['arn:«AWS::Partition»:s3:::config/«File»', ['config', '«File»']],
  ['«File»', 'open'],
  ['arn:aws:s3:::config', 'arn'],
  ['arn:aws:s3:::/prod.env', 'arn'],
  ['s3://config/prod.env', 'arn'],
  ['arn:aws:ssm:us-east-1:111122223333:parameter/prod.env', 'arn'],
  ['arn:aws:s3:::config/prod.txt', 'suffix'],
])('%s is read as %j', (value, expected) => {
  expect(read(value)).toEqual(expected)
})

test('there is one type of file', () => {
  expect(read('arn:aws:s3:::config/prod.env', 'efs')).toBe('type')
})
