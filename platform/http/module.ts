import type { AnyContractProcedure, AnySchema, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { z } from 'zod'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Invariant } from '#platform/jobs/invariants.ts'
import type { CallbackRoute } from './callback.ts'
import type { AnonymousContext, Context, Steps } from './context.ts'
import type { DeclaredRefusals } from './problem.ts'

/** A flat contract: operation name → procedure. */
export type ModuleContract = Record<string, AnyContractProcedure>

type InputOf<P> = P extends ContractProcedure<infer I extends AnySchema, AnySchema, infer _E, infer _M> ? InferSchemaOutput<I> : never
type OutputOf<P> = P extends ContractProcedure<AnySchema, infer O extends AnySchema, infer _E, infer _M> ? InferSchemaInput<O> : never

/** What carries out an operation: a command or a query. */
export type Operation<P> = (context: Context, input: InputOf<P>) => Promise<OutputOf<P>>

/** What carries out an operation that needs no session. */
export type AnonymousOperation<P> = { anonymously: (context: AnonymousContext, input: InputOf<P>) => Promise<OutputOf<P>> }

/** What carries out an operation that asks another program and holds no transaction meanwhile. */
export type SteppedOperation<P> = { inSteps: (steps: Steps, input: InputOf<P>) => Promise<OutputOf<P>> }

/** Binds every operation of a contract; a missing one is a compile error. */
export type Operations<C extends ModuleContract> = { [K in keyof C]: Operation<C[K]> | AnonymousOperation<C[K]> | SteppedOperation<C[K]> }

/** A file sent as it is made. */
export type Download = { fileName: string; contentType: string; body: AsyncIterable<Uint8Array> }

/** A download: same rules as an operation. What it recorded is kept before the first byte leaves; what it reads is read until the last. */
export type DownloadRoute<Q = never> = {
  /** Path under /api. */
  path: `/${string}`
  operationId: string
  summary: string
  query: z.ZodType<Q>
  /** What it may refuse beside the common refusals, as a contract declares it. */
  errors?: DeclaredRefusals
  run: (context: Context, query: Q) => Promise<Download>
}

/** Keeps the type of a download's query between its schema and its function. */
export function download<Q>(route: DownloadRoute<Q>): DownloadRoute {
  return route as unknown as DownloadRoute
}

/** Everything a module hands to apps/. */
export type ModuleDefinition = {
  name: string
  contract: ModuleContract
  operations: Record<string, Operation<never> | AnonymousOperation<never> | SteppedOperation<never>>
  downloads: readonly DownloadRoute[]
  /** Where other programs tell us something, by their signature. */
  callbacks: readonly CallbackRoute[]
  jobs: readonly JobDefinition[]
  /** What must be true of its records at any moment: `xinhuo verify`, a job each night and the end of each journey look at it. */
  invariants: readonly Invariant[]
}

/** Checks at compile time that every operation of the contract is bound to a function of its shape. */
export function defineModule<C extends ModuleContract>(definition: {
  name: string
  contract: C
  operations: Operations<C>
  downloads?: readonly DownloadRoute[]
  callbacks?: readonly CallbackRoute[]
  jobs?: readonly JobDefinition[]
  invariants?: readonly Invariant[]
}): ModuleDefinition {
  return { downloads: [], callbacks: [], jobs: [], invariants: [], ...definition } as unknown as ModuleDefinition
}
