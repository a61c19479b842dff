package org.kitstream.api.filters;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of an attribute. The names are the contract's, in capitals. */
enum Predicate {
  EQ(Comparison.operator("=")),
  NOT_EQ(Comparison.operator("<>")),
  LT(Comparison.operator("<")),
  LTEQ(Comparison.operator("<=")),
  GT(Comparison.operator(">")),
  GTEQ(Comparison.operator(">=")),
  IN(Comparison.operator("="), Quantifier.ANY),
  NOT_IN(Comparison.operator("<>"), Quantifier.ALL),
  MATCHES(Comparison.like(LikePattern::asGiven)),
  DOES_NOT_MATCH(Comparison.unlike(LikePattern::asGiven)),
  CONT(Comparison.like(LikePattern::containing)),
  NOT_CONT(Comparison.unlike(LikePattern::containing)),
  I_CONT(Comparison.like(LikePattern::containing)),
  NOT_I_CONT(Comparison.unlike(LikePattern::containing)),
  START(Comparison.like(LikePattern::startingWith)),
  NOT_START(Comparison.unlike(LikePattern::startingWith)),
  END(Comparison.like(LikePattern::endingWith)),
  NOT_END(Comparison.unlike(LikePattern::endingWith)),
  TRUE(Comparison.isFlag("TRUE")),
  NOT_TRUE(Comparison.not(Comparison.isFlag("TRUE"))),
  FALSE(Comparison.isFlag("FALSE")),
  NOT_FALSE(Comparison.not(Comparison.isFlag("FALSE"))),
  PRESENT(Comparison.not(Comparison.isBlank())),
  BLANK(Comparison.isBlank()),
  NULL(Comparison.isNull()),
  NOT_NULL(Comparison.not(Comparison.isNull()));

  private static final List<Predicate> LONGEST_FIRST =
      Arrays.stream(values())
          .sorted(
              Comparator.comparing(Predicate::suffix, Comparator.comparing(String::length))
                  .reversed())
          .toList();

  // Comparisons are lambdas over constants; that they are immutable cannot be told by their type.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Comparison comparison;

  private final Quantifier usual;

  Predicate(Comparison comparison) {
    this(comparison, Quantifier.ONE);
  }

  Predicate(Comparison comparison, Quantifier usual) {
    this.comparison = comparison;
    this.usual = usual;
  }

  /** The predicate with which a key ends; {@code name_not_cont} ends with this, not with cont. */
  static Optional<Predicate> endOf(String key) {
    return LONGEST_FIRST.stream().filter(one -> key.endsWith(one.suffix())).findFirst();
  }

  /** As a key ends with it. */
  String suffix() {
    return '_' + name().toLowerCase(Locale.ROOT);
  }

  Comparison comparison() {
    return comparison;
  }

  /** How several values count when the key does not say it. */
  Quantifier usual() {
    return usual;
  }

  /** Whether it holds for the attribute of something that is not there. */
  boolean holdsForNothing(String value) {
    Optional<Boolean> yes = ValueType.flag(value);
    return switch (this) {
      case NULL, BLANK -> yes.equals(Optional.of(true));
      case NOT_NULL, PRESENT -> yes.equals(Optional.of(false));
      default -> false;
    };
  }
}
