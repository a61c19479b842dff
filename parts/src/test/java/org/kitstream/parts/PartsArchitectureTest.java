package org.kitstream.parts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream", importOptions = DoNotIncludeTests.class)
class PartsArchitectureTest {

  @ArchTest
  static final ArchRule ofTheContractOnlyTheTopicsAreKnown =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.parts")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.contract.reading..",
              "org.kitstream.contract.device..",
              "org.kitstream.contract.payload..",
              "org.kitstream.contract.history..");
}
