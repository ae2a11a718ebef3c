import { describe, expect, it } from 'vitest'
import { givenQuery } from './given-query.ts'

describe('the given part of a query', () => {
  it('leaves out what has no value, and nothing else', () => {
    expect(givenQuery('/api/units?unit=&q=%E6%9D%8E&after=&limit=')).toBe('/api/units?q=%E6%9D%8E')
    expect(givenQuery('/api/units?unit=5113&q=a=&limit=20')).toBe('/api/units?unit=5113&q=a=&limit=20')
  })
  it('is nothing where nothing was given', () => {
    expect([givenQuery('/api/units?unit='), givenQuery('/api/units?'), givenQuery('/api/units')]).toEqual(['/api/units', '/api/units', '/api/units'])
  })
})
