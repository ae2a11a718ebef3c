import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'

/** The holidays of a year, as the notice of the State Council lists them. */
export const NewHolidayYear = z.object({
  year: z.number().int(),
  /** Days off, weekends among them or not. */
  daysOff: z.array(localDate).max(60, '一年的放假日期不会超过60天'),
  /** Saturdays and Sundays worked in exchange. */
  daysWorked: z.array(localDate).max(30, '一年的调休上班日期不会超过30天'),
  /** The notice. */
  source: line(100),
})
/** The holidays of a year. */
export type NewHolidayYear = z.infer<typeof NewHolidayYear>

/** A year whose holidays are known. */
export const KnownHolidayYear = z.object({
  year: z.number().int(), daysOff: z.array(z.string()), daysWorked: z.array(z.string()), source: z.string(),
  /** Who entered it; null for what comes with the program. */
  recordedName: z.string().nullable(), recordedAt: z.coerce.date().nullable(),
})
/** A year whose holidays are known. */
export type KnownHolidayYear = z.infer<typeof KnownHolidayYear>

/** 放假安排: by which working days are counted. */
export const holidayOperations = {
  listHolidayYears: base.route({ method: 'GET', path: '/holiday-years', summary: '放假安排' }).output(z.object({
    items: z.array(KnownHolidayYear),
    /** This year or the next, while its holidays are not known. */
    missing: z.array(z.number().int()),
  })),
  recordHolidayYear: base.route({ method: 'POST', path: '/holiday-years', summary: '录入放假安排', successStatus: 201 }).meta({ idempotent: true })
    .input(NewHolidayYear).output(z.object({ id })),
}
