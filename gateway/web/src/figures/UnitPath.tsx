import { Breadcrumb, Button } from 'antd';
import { type When, readPath } from '../api/org';
import { useLoaded } from '../api/useLoaded';
import { useText } from '../frame/Settings';

const ID = /^[0-9a-f-]{36}$/;

/** Where the unit stands; every unit above it is one step away. */
export function UnitPath({
  unit,
  when,
  onChoose,
}: {
  readonly unit: string;
  readonly when: When;
  readonly onChoose: (unit: string) => void;
}) {
  const t = useText();
  const path = useLoaded(ID.test(unit) ? `${unit} ${when.asOf} ${when.knownAt}` : null, (signal) =>
    readPath(unit, when, signal),
  );
  return (
    <nav aria-label={t('unit.path')} className="path" data-testid="path">
      <Breadcrumb
        separator="›"
        items={(path.value ?? []).map((step) => ({
          key: step.id,
          title:
            step.id === unit ? (
              <span aria-current="page">{step.name}</span>
            ) : (
              <Button type="link" onClick={() => onChoose(step.id)}>
                {step.name}
              </Button>
            ),
        }))}
      />
    </nav>
  );
}
