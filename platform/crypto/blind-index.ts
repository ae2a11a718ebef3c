// Search terms of children as keyed hashes: the database can compare them and can say nothing about the name behind them.
import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { queryTerms } from './query-terms.ts'
import { termText, termsOf } from './search-terms.ts'
import type { SearchTerm, SearchedValue } from './search-terms.ts'

/** Bytes kept of each hash: short enough for a large index, long enough that two terms never meet by chance. */
export const blindTermBytes = 16

/** The hash of one term under the search key of the installation. */
export const blindTerm = (searchKey: KeyObject, term: SearchTerm): Buffer =>
  createHmac('sha256', searchKey).update(termText(term)).digest().subarray(0, blindTermBytes)

/** The hashed terms under which a value is stored. */
export const blindTerms = (searchKey: KeyObject, kind: SearchedValue, value: string): Buffer[] =>
  termsOf(kind, value).map(term => blindTerm(searchKey, term))

/** The hashed terms a row must have, all of them, to answer what someone typed; empty when nothing can be searched by it. */
export const blindQuery = (searchKey: KeyObject, text: string): Buffer[] => queryTerms(text).map(term => blindTerm(searchKey, term))
