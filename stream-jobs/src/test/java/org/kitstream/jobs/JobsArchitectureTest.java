package org.kitstream.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream.jobs", importOptions = DoNotIncludeTests.class)
class JobsArchitectureTest {

  @ArchTest
  static final ArchRule knowsSiblingsOnlyByContractAndCalibration =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.jobs..",
              "org.kitstream.contract..",
              "org.kitstream.calibration..",
              "java..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule subjectsDoNotCircle =
      slices().matching("org.kitstream.jobs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jobsDoNotKnowEachOther =
      slices()
          .matching("org.kitstream.jobs.(calibration|status|history)..")
          .should()
          .notDependOnEachOther();

  /** The parts of a job that decide are functions; only its outermost class knows Kafka. */
  @ArchTest
  static final ArchRule decisionsDoNotKnowKafka =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Function")
          .or()
          .haveSimpleNameEndingWith("Processor")
          .or()
          .haveSimpleNameEndingWith("Merge")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
