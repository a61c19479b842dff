package org.kitstream.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream.bridge", importOptions = DoNotIncludeTests.class)
class BridgeArchitectureTest {

  @ArchTest
  static final ArchRule knowsNoSiblingButTheContract =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.kitstream.bridge..",
              "org.kitstream.contract..",
              "java..",
              "com.sun.net.httpserver..",
              "javax.net.ssl..",
              "io.moquette..",
              "io.netty..",
              "org.apache.kafka..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule onlyTheBrokerAndItsRulesKnowMoquette =
      noClasses()
          .that()
          .doNotHaveSimpleName("Broker")
          .and()
          .doNotHaveSimpleName("LoopWatch")
          .and()
          .doNotHaveSimpleName("AccessRules")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.moquette..");
}
