import { type EChartsOption, init } from 'echarts';
import type { Chart } from './chart';

const width = 860;
const rowHeight = 26;
const frameHeight = 150;
const ink = '#1f2328';

/** A chart as SVG on a white ground of its own, so that it reads on light and on dark pages. */
export function renderSvg(chart: Chart): string {
  const rows = chart.categories.length * chart.series.length;
  const height = chart.kind === 'bars' ? frameHeight + rows * rowHeight : 420;
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height });
  canvas.setOption(optionOf(chart));
  const svg = canvas.renderToSVGString();
  canvas.dispose();
  return svg;
}

function optionOf(chart: Chart): EChartsOption {
  const isBars = chart.kind === 'bars';
  const names = { type: 'category', data: [...chart.categories], inverse: isBars, ...axisStyle } as const;
  const figures = {
    type: chart.scale === 'log' ? 'log' : 'value',
    name: chart.scale === 'log' ? `${chart.axis}, logarithmic` : chart.axis,
    nameLocation: 'middle',
    nameGap: isBars ? 32 : 56,
    ...axisStyle,
    axisLabel: { ...axisStyle.axisLabel, formatter: chart.show },
  } as const;
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: ['#0969da', '#bf8700', '#8250df', '#1a7f37', '#cf222e'],
    textStyle: { fontFamily: 'sans-serif' },
    title: { text: chart.title, left: 16, top: 12, textStyle: { color: ink, fontSize: 16 } },
    legend: { show: chart.series.length > 1, top: 44, left: 16, textStyle: { color: ink } },
    grid: { left: 24, right: 72, top: chart.series.length > 1 ? 80 : 52, bottom: 44, containLabel: true },
    xAxis: isBars ? figures : names,
    yAxis: isBars ? names : figures,
    series: chart.series.map((series) => seriesOf(chart, series)),
  } as EChartsOption;
}

function seriesOf(
  { kind, show, hasLabels = true }: Chart,
  { name, figures }: Chart['series'][number],
): object {
  const label = { show: hasLabels, position: kind === 'bars' ? 'right' : 'top', color: ink };
  return {
    name,
    type: kind === 'bars' ? 'bar' : 'line',
    data: [...figures],
    showSymbol: hasLabels,
    label: { ...label, formatter: ({ value }: { value: number }) => show(value) },
  };
}

const axisStyle = {
  nameTextStyle: { color: ink },
  axisLabel: { color: ink },
  axisTick: { show: false },
} as const;
