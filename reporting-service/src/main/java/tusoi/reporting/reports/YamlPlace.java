package tusoi.reporting.reports;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file, which can be named to whoever has to mend it. */
record YamlPlace(String file, Node node) {
    /** Says what is wrong, and in which file, line and column. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Wrong(String file, int line, int column, String what) {
            super("%s, line %d, column %d: %s".formatted(file, line, column, what));
        }
    }

    static YamlPlace read(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new Wrong(file, 1, 1, "the file is empty");
            }
            return new YamlPlace(file, root);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new Wrong(
                    file,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    e.getProblem());
        }
    }

    Wrong wrong(String what) {
        return new Wrong(
                file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, what);
    }

    /** The fields of a mapping, in order; any but those allowed is wrong. */
    Map<String, YamlPlace> fields(Set<String> allowed) {
        Map<String, YamlPlace> fields = entries();
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw value.wrong("there is no field " + name + " here, only " + new TreeSet<>(allowed));
            }
        });
        return fields;
    }

    Map<String, YamlPlace> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("fields are wanted here, each with its name");
        }
        Map<String, YamlPlace> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new YamlPlace(file, tuple.getKeyNode()).text();
            if (fields.put(name, new YamlPlace(file, tuple.getValueNode())) != null) {
                throw new YamlPlace(file, tuple.getKeyNode()).wrong(name + " stands here twice");
            }
        }
        return fields;
    }

    YamlPlace required(Map<String, YamlPlace> fields, String name) {
        YamlPlace place = fields.get(name);
        if (place == null) {
            throw wrong(name + " is missing");
        }
        return place;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("a text is wanted here");
        }
        return scalar.getValue().strip();
    }

    List<YamlPlace> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list is wanted here");
        }
        List<YamlPlace> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlPlace(file, item)));
        return items;
    }

    /** One of the enum's names as the file writes them: small letters, a hyphen for a blank. */
    <E extends Enum<E>> E oneOf(@Nullable E[] values) {
        String text = text();
        List<String> names = new ArrayList<>();
        for (E value : values) {
            if (value != null) {
                String name = value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                if (name.equals(text)) {
                    return value;
                }
                names.add(name);
            }
        }
        throw wrong(text + " is none of " + names);
    }
}
