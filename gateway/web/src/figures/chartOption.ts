import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../text/dictionary';
import { formatNumber, formatShare } from '../text/format';
import type { Series } from './parts';

/** Told apart by lightness as well, for readers who do not see red and green apart. */
export const GRADE_COLOURS: Readonly<Record<string, string>> = {
  EXCELLENT: '#123f5e',
  GOOD: '#3f8fb5',
  COMPLETED: '#f0c463',
  NOT_COMPLETED: '#a3161d',
};
const COLOURS = ['#123f5e', '#8f1318', '#c98a1b', '#3f8fb5', '#5b7f3a', '#6a4c93', '#7b8696'];
const ROW_PIXELS = 34;

export function chartHeight(series: Series): number {
  return 96 + Math.max(2, series.rows.length) * ROW_PIXELS;
}

/** Lying bars, one a row, stacked by column; shares of the row where there are several columns. */
export function chartOption(series: Series, language: Language, width: number): EChartsCoreOption {
  const totals = series.counts.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const stacked = series.columns.length > 1;
  const narrow = width < 640;
  const text = { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: narrow ? 13 : 15, color: '#1c2430' };
  return {
    animationDuration: 250,
    textStyle: text,
    color: COLOURS,
    grid: { left: 8, right: narrow ? 20 : 56, top: stacked ? (narrow ? 76 : 52) : 12, bottom: 8, containLabel: true },
    legend: { show: stacked, top: 0, left: 0, textStyle: text, itemGap: 18, icon: 'rect' },
    tooltip: {
      trigger: 'item',
      textStyle: text,
      confine: true,
      formatter: (item: { seriesIndex: number; dataIndex: number }) => {
        const count = series.counts[item.dataIndex]?.[item.seriesIndex] ?? 0;
        const total = totals[item.dataIndex] ?? 0;
        const share = stacked && total > 0 ? ` (${formatShare(count, total, language)})` : '';
        return [
          escape(series.rows[item.dataIndex]?.name ?? ''),
          `${escape(series.columns[item.seriesIndex]?.name ?? '')}: <b>${formatNumber(count, language)}</b>${share}`,
        ].join('<br>');
      },
    },
    xAxis: {
      type: 'value',
      max: stacked ? 100 : null,
      axisLabel: { ...text, formatter: (value: number) => formatNumber(value, language) + (stacked ? '%' : '') },
      splitLine: { lineStyle: { color: '#dcd6ce' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: series.rows.map((row) => row.name),
      axisTick: { show: false },
      axisLabel: { ...text, width: narrow ? 130 : 320, overflow: 'truncate' },
    },
    series: series.columns.map((column, index) => ({
      type: 'bar',
      name: column.name,
      ...(stacked ? { stack: 'all' } : {}),
      barMaxWidth: 26,
      itemStyle: { ...(GRADE_COLOURS[column.key] ? { color: GRADE_COLOURS[column.key] } : {}) },
      label: {
        show: !stacked,
        position: 'right',
        ...text,
        formatter: (item: { dataIndex: number }) => formatNumber(series.counts[item.dataIndex]?.[index] ?? 0, language),
      },
      data: series.counts.map((counts, row) => {
        const total = totals[row] ?? 0;
        const count = counts[index] ?? 0;
        return stacked ? (total > 0 ? (count / total) * 100 : 0) : count;
      }),
    })),
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
