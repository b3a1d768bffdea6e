import { ACCOUNT, ALL, ANYBODY, type Case, LAYERS, ROLE } from './case.ts'

const LAYER = {
  principal: null,
  action: 's3:GetObject',
  resource: LAYERS,
  page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
}

export const NOBODY: readonly Case[] = [
  { ...LAYER, name: 'a pre-signed URL needs no role', own: [], expected: 'works' },
  {
    ...LAYER,
    name: 'a pre-signed URL goes through the minimum policy for ECR',
    gateway: [
      {
        Sid: 'Access-to-specific-bucket-only',
        Principal: '*',
        Action: ['s3:GetObject'],
        Effect: 'Allow',
        Resource: ['arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/*'],
      },
    ],
    expected: 'works',
  },
  {
    ...LAYER,
    name: 'the bucket of another Region stops a pre-signed URL',
    gateway: [{ ...ANYBODY, Resource: 'arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*' }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    ...LAYER,
    name: 'a policy for the account stops a pre-signed URL, which is not of the account',
    interface: [{ ...ALL, Principal: { AWS: ACCOUNT } }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    ...LAYER,
    name: 'a policy for the role stops a pre-signed URL, which is not of the role',
    interface: [{ ...ALL, Principal: { AWS: ROLE } }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    ...LAYER,
    name: 'a policy for an organization stops a pre-signed URL, whose bucket is in none of ours',
    gateway: [{ ...ANYBODY, Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-1' } } }],
    expected: 'fails: endpoint-policy-silent vpce-1',
  },
  {
    ...LAYER,
    name: 'whoever signed it, what is not known of the resource still matches *',
    resource: 'arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/«layer»',
    gateway: [{ ...ANYBODY, Resource: 'arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/*' }],
    expected: 'works',
  },
]
