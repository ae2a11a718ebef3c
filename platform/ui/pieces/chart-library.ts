/** The parts of ECharts that are used, in a file of its own, so that no page loads them before it shows a chart. */
import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** Tooltips need `renderMode: 'richText'`: the page's content policy forbids style attributes in markup. */
export type ChartOption = EChartsCoreOption
export type DrawnChart = ECharts

export const drawChart = (room: HTMLElement): DrawnChart => init(room)
