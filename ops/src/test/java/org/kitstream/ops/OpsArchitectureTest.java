package org.kitstream.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream", importOptions = DoNotIncludeTests.class)
class OpsArchitectureTest {

  @ArchTest
  static final ArchRule nobodyDependsOnOps =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.kitstream.ops..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.kitstream.ops..");

  @ArchTest
  static final ArchRule siblingsMeetOnlyInTheContract =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.bridge..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.jobs..", "org.kitstream.api..", "org.kitstream.calibration..");

  @ArchTest
  static final ArchRule jobsDoNotKnowTheDoors =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kitstream.bridge..", "org.kitstream.api..");

  @ArchTest
  static final ArchRule theApiDoesNotKnowTheJobs =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kitstream.bridge..", "org.kitstream.jobs..");

  @ArchTest
  static final ArchRule theDemonstrationUsesOnlyThePublicDoors =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.ops.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.bridge..",
              "org.kitstream.jobs..",
              "org.kitstream.api..",
              "org.kitstream.contract..");
}
