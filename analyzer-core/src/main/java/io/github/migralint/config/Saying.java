package io.github.migralint.config;

import io.github.migralint.rule.Place;

/**
 * One thing that a configuration file says.
 *
 * @param key the key with its table; for a table with free keys the key in it too
 * @param place where the key stands
 * @param value the value as it is written, in TOML, on one line
 */
public record Saying(String key, Place place, String value) {}
