package org.kitstream.calibration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream.calibration", importOptions = DoNotIncludeTests.class)
class CalibrationArchitectureTest {

  @ArchTest
  static final ArchRule knowsOnlyTheContractsValueTypes =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.calibration..",
              "org.kitstream.contract.device",
              "org.kitstream.contract.payload",
              "org.kitstream.contract.reading",
              "java.lang..",
              "java.time",
              "java.util..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theLanguageKnowsNothingOfDevices =
      classes()
          .that()
          .resideInAPackage("..calibration.formula")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.kitstream.calibration.formula", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule hasNoClock =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.time.Clock.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");
}
