"""Who gains by what: an office of invented leads under the product's own rules, in which one is not honest."""
