import { Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSettings } from '../frame/Settings';
import { chartHeight, chartOption } from './chartOption';
import type { Series } from './parts';

/** A picture for those who see it; the same numbers stand in the table beside it. */
export function BarChart({ series, label }: { readonly series: Series; readonly label: string }) {
  const { language } = useSettings();
  const element = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const height = chartHeight(series);

  useEffect(() => {
    let over = false;
    let end = () => {};
    void import('./echarts').then(({ init }) => {
      if (over || !element.current) {
        return;
      }
      const chart = init(element.current, null, { renderer: 'svg' });
      const draw = () => {
        chart.resize();
        chart.setOption(chartOption(series, language, chart.getWidth()), true);
      };
      const watch = new ResizeObserver(draw);
      watch.observe(element.current);
      draw();
      setReady(true);
      end = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      over = true;
      end();
    };
  }, [series, language]);

  return (
    <>
      {!ready && <Skeleton active />}
      <div ref={element} role="img" aria-label={label} style={{ height, width: '100%' }} data-testid="chart" />
    </>
  );
}
