import { Button, Drawer, Empty, Input, Spin, Tree } from 'antd';
import type { DataNode } from 'antd/es/tree';
import { useDeferredValue, useState } from 'react';
import { type Me, type TreeNode, type Unit, type When, findUnits, readHistory, readLineage, readTree } from '../api/org';
import { Problem } from '../api/http';
import { useLoaded } from '../api/useLoaded';
import { sayCode } from '../text/dictionary';
import { formatDay } from '../text/format';
import { ProblemNotice } from './ProblemNotice';
import { useSettings, useText } from './Settings';
import { stageOn, standInsOn } from './life';

interface Props {
  readonly me: Me;
  readonly when: When;
  readonly chosen: string | null;
  readonly name: string | null;
  readonly onChoose: (unit: string) => void;
}

/** The units that the caller may see, as a tree that loads as it is opened, and a search. */
export function UnitPicker({ me, when, chosen, name, onChoose }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="field field-unit">
      <span className="field-label" id="unit-label">
        {t('unit.label')}
      </span>
      <Button
        className="unit-button"
        aria-labelledby="unit-label unit-name"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        data-testid="unit-picker"
      >
        <span id="unit-name">{name ?? t('unit.choose')}</span>
        <span aria-hidden="true">▾</span>
      </Button>
      <Drawer
        title={t('unit.choose')}
        placement="left"
        open={open}
        onClose={() => setOpen(false)}
        size="min(34rem, 100vw)"
        destroyOnHidden
      >
        <Picking
          me={me}
          when={when}
          chosen={chosen}
          onChoose={(unit) => {
            setOpen(false);
            onChoose(unit);
          }}
        />
      </Drawer>
    </div>
  );
}

function Picking({ me, when, chosen, onChoose }: Omit<Props, 'name'>) {
  const t = useText();
  const { language } = useSettings();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  return (
    <div className="picking">
      <p className="picking-day" data-testid="picking-day">
        {t('unit.tree-of', { day: formatDay(when.asOf, language) })}
      </p>
      <Input
        autoFocus
        allowClear
        aria-label={t('unit.search')}
        placeholder={t('unit.search')}
        onChange={(event) => setWords(event.target.value)}
        data-testid="unit-search"
        size="large"
      />
      {q ? (
        <Found q={q} when={when} onChoose={onChoose} />
      ) : (
        <UnitTree me={me} when={when} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}

function Found({ q, when, onChoose }: { readonly q: string; readonly when: When; readonly onChoose: (unit: string) => void }) {
  const t = useText();
  const { language } = useSettings();
  const found = useLoaded(`${q} ${when.asOf} ${when.knownAt}`, (signal) => findUnits(q, when, signal));
  if (found.problem) {
    return <ProblemNotice problem={found.problem} />;
  }
  if (!found.value) {
    return <Spin description={t('app.loading')} />;
  }
  return found.value.length === 0 ? (
    <Empty description={t('unit.found-none')} />
  ) : (
    <ul className="found" data-testid="found-units">
      {found.value.map((unit) => (
        <li key={unit.id}>
          <Button type="text" block onClick={() => onChoose(unit.id)}>
            <UnitTitle unit={unit} level={sayCode(language, 'level', unit.level)} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function UnitTree({ me, when, chosen, onChoose }: Omit<Props, 'name'>) {
  const t = useText();
  const { language } = useSettings();
  const roots = [...new Set(me.grants.map((grant) => grant.unitId))];
  const tops = useLoaded(`${roots.join(' ')} ${when.asOf} ${when.knownAt}`, (signal) => readTops(roots, when, signal));
  const [more, setMore] = useState<Readonly<Record<string, readonly TreeNode[]>>>({});
  if (tops.problem) {
    return <ProblemNotice problem={tops.problem} />;
  }
  if (!tops.value) {
    return <Spin description={t('app.loading')} />;
  }
  const title = (unit: Unit) => <UnitTitle unit={unit} level={sayCode(language, 'level', unit.level)} />;
  const load = async (id: string) => {
    const [unit] = await readTree(id, when);
    setMore((old) => ({ ...old, [id]: unit?.children ?? [] }));
  };
  return tops.value.length === 0 ? (
    <Empty description={t('unit.none')} />
  ) : (
    <Tree
      aria-label={t('unit.tree')}
      blockNode
      treeData={tops.value.map((unit) => treeNode(unit, more, title))}
      defaultExpandedKeys={tops.value.map((unit) => unit.id)}
      selectedKeys={chosen ? [chosen] : []}
      loadData={(node) => load(String(node.key))}
      onSelect={(_, { node }) => onChoose(String(node.key))}
      data-testid="unit-tree"
    />
  );
}

/** Each granted unit, or who stood for it on the day, with what is under it; a unit that stands under another one is not repeated. */
async function readTops(roots: readonly string[], when: When, signal: AbortSignal): Promise<readonly TreeNode[]> {
  const trees = (await Promise.all(roots.map((root) => readTop(root, when, signal)))).flat();
  const below = new Set(trees.flatMap((tree) => descendants(tree)));
  return [...new Map(trees.filter((tree) => !below.has(tree.id)).map((tree) => [tree.id, tree])).values()];
}

async function readTop(root: string, when: When, signal: AbortSignal): Promise<readonly TreeNode[]> {
  try {
    return await readTree(root, when, signal);
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.status !== 404) {
      throw thrown;
    }
  }
  const stage = stageOn(await readHistory(root, when.knownAt, signal), when.asOf);
  const kin = standInsOn(await readLineage(root, when.knownAt, signal), when.asOf, stage);
  return (await Promise.all(kin.map((other) => readTree(other.id, when, signal).catch(noneIfUnseen)))).flat();
}

/** A stand-in outside of the reader's scope is left out; any other failure is one of the tree. */
function noneIfUnseen(thrown: unknown): readonly TreeNode[] {
  if (thrown instanceof Problem && thrown.status === 404) {
    return [];
  }
  throw thrown;
}

function descendants(node: TreeNode): string[] {
  return (node.children ?? []).flatMap((child) => [child.id, ...descendants(child)]);
}

function treeNode(
  unit: TreeNode,
  more: Readonly<Record<string, readonly TreeNode[]>>,
  title: (unit: Unit) => React.ReactNode,
): DataNode {
  const loaded = unit.children && unit.children.length > 0 ? unit.children : more[unit.id];
  const node: DataNode = { key: unit.id, title: title(unit), isLeaf: unit.form === 'BRANCH' || loaded?.length === 0 };
  return loaded && loaded.length > 0 ? { ...node, children: loaded.map((child) => treeNode(child, more, title)) } : node;
}

function UnitTitle({ unit, level }: { readonly unit: Unit; readonly level: string }) {
  return (
    <span className="unit-title">
      <span>{unit.name}</span>
      <span className="unit-title-more">
        {unit.code} · {level}
      </span>
    </span>
  );
}
