import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import type { ModuleDefinition } from './module.ts'

/** The OpenAPI 3.1 document of all modules, downloads included. */
export async function openApiDocument(modules: readonly ModuleDefinition[]): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const contract = Object.fromEntries(modules.map((module) => [module.name, module.contract]))
  const document = await generator.generate(contract, {
    info: { title: '薪火 Xinhuo', version: '1', description: '关心下一代工作平台的接口。' },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xinhuo_session' } } },
    security: [{ session: [] }],
  })
  const paths = { ...document.paths }
  for (const module of modules) {
    for (const route of module.downloads) paths[route.path] = { get: downloadEntry(route, module.name) as never }
  }
  return { ...document, paths }
}

function downloadEntry(route: ModuleDefinition['downloads'][number], tag: string): object {
  const schema = z.toJSONSchema(route.query as z.ZodType, { io: 'input' }) as { properties?: Record<string, object>; required?: string[] }
  return {
    operationId: route.operationId, summary: route.summary, tags: [tag],
    parameters: Object.entries(schema.properties ?? {}).map(([name, property]) => (
      { name, in: 'query', required: schema.required?.includes(name) ?? false, schema: property })),
    responses: { 200: { description: route.summary, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } },
  }
}
