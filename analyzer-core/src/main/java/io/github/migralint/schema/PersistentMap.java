package io.github.migralint.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map whose every change gives a new map that shares nearly everything with the old one, so that keeping the
 * state of each moment costs nothing. A treap: the place of a key follows from the key alone.
 *
 * @param <K> keys
 * @param <V> values
 */
@SuppressWarnings("ReferenceEquality") // whether a subtree is shared, not whether it is equal
final class PersistentMap<K extends Comparable<K>, V> {
    private record Node<K, V>(
            K key,
            V value,
            int rank,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right) {
        Node<K, V> withLeft(@Nullable Node<K, V> newLeft) {
            return newLeft == left ? this : new Node<>(key, value, rank, newLeft, right);
        }

        Node<K, V> withRight(@Nullable Node<K, V> newRight) {
            return newRight == right ? this : new Node<>(key, value, rank, left, newRight);
        }
    }

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null);
    }

    Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    boolean has(K key) {
        return get(key).isPresent();
    }

    PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(put(root, key, value));
    }

    PersistentMap<K, V> without(K key) {
        Node<K, V> smaller = remove(root, key);
        return smaller == root ? this : new PersistentMap<>(smaller);
    }

    List<K> keys() {
        var keys = new ArrayList<K>();
        forEach((key, value) -> keys.add(key));
        return keys;
    }

    List<V> values() {
        var values = new ArrayList<V>();
        forEach((key, value) -> values.add(value));
        return values;
    }

    /** The values of the keys from one on and before another. */
    List<V> between(K from, K to) {
        var values = new ArrayList<V>();
        collect(root, from, to, values);
        return values;
    }

    private static <K extends Comparable<K>, V> void collect(@Nullable Node<K, V> node, K from, K to, List<V> values) {
        if (node == null) {
            return;
        }
        boolean begun = node.key.compareTo(from) >= 0;
        boolean ended = node.key.compareTo(to) >= 0;
        if (begun) {
            collect(node.left, from, to, values);
        }
        if (begun && !ended) {
            values.add(node.value);
        }
        if (!ended) {
            collect(node.right, from, to, values);
        }
    }

    void forEach(BiConsumer<K, V> action) {
        visit(root, action);
    }

    private static <K, V> void visit(@Nullable Node<K, V> node, BiConsumer<K, V> action) {
        if (node != null) {
            visit(node.left, action);
            action.accept(node.key, node.value);
            visit(node.right, action);
        }
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, rank(key), null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.rank, node.left, node.right);
        }
        if (order < 0) {
            Node<K, V> left = put(node.left, key, value);
            return left.rank > node.rank ? left.withRight(node.withLeft(left.right)) : node.withLeft(left);
        }
        Node<K, V> right = put(node.right, key, value);
        return right.rank > node.rank ? right.withLeft(node.withRight(right.left)) : node.withRight(right);
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return join(node.left, node.right);
        }
        return order < 0 ? node.withLeft(remove(node.left, key)) : node.withRight(remove(node.right, key));
    }

    private static <K, V> @Nullable Node<K, V> join(@Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        return left.rank > right.rank
                ? left.withRight(join(left.right, right))
                : right.withLeft(join(left, right.left));
    }

    /** Spreads the hash code over all bits; consecutive numbers must not make a list of the tree. */
    private static int rank(Object key) {
        int mixed = key.hashCode() * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }
}
