const inChina = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

/** When a notice was sent, by the clocks in China: 2026-03-16 09:00. */
export function sentAtText(instant: string | Date): string {
  return inChina.format(new Date(instant))
}
