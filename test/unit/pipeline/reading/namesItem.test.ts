import { namesItem } from '../../../../nodes/VolcengineRtc/pipeline/reading/namesItem';

test.each([
  '={{ $json.app }}',
  '={{ $json["app"] }}',
  '={{ $input.item.json.app }}',
  '={{ $item(0).$node["A"].json.app }}',
  '={{ $itemIndex }}',
  '={{ $position }}',
  '={{ $thisItem.json.app }}',
  '={{ $binary.data.fileName }}',
  '={{ $data.app }}',
  '={{ $("A").item.json.app }}',
  '={{ $ ("A").first().json.app }}',
  '={{ $node["A"].json.app }}',
  '={{ $fromAI("app") }}',
  '={{ $fromai("app") }}',
  '={{ $parameter.users }}',
  '={{ $evaluateExpression("{{ 1 }}") }}',
  '={{ $vars.app + $json.app }}',
])('%s may differ between items', (raw) => expect(namesItem(raw)).toBe(true));

test.each([
  '666675',
  '',
  7,
  null,
  undefined,
  '$json.app',
  '=666675',
  '={{ 666675 }}',
  '={{ $vars.app }}',
  '={{ $env.APP }}',
  '={{ $now }}',
])('%j is the same for all items', (raw) => expect(namesItem(raw)).toBe(false));
