package org.kitstream.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kitstream.api", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {

  @ArchTest
  static final ArchRule subjectsKnowNoSurface =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.api.(*)..")
          .and()
          .resideOutsideOfPackage("..surface..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..surface..");

  @ArchTest
  static final ArchRule subjectsKnowNoHttpServer =
      noClasses()
          .that()
          .resideInAPackage("org.kitstream.api.(*)..")
          .and()
          .resideOutsideOfPackage("..surface..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule surfacesOnlyTranslate =
      noClasses()
          .that()
          .resideInAPackage("..surface..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jdbi..", "java.sql..", "org.apache.kafka..", "java.net.http..", "..outbox..");

  @ArchTest
  static final ArchRule surfacesDoNotKnowEachOther =
      slices().matching("org.kitstream.api.surface.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule statementsAreInDaos =
      classes()
          .that()
          .areAnnotatedWith("org.jdbi.v3.sqlobject.config.RegisterConstructorMapper")
          .should()
          .haveSimpleNameEndingWith("Dao")
          .andShould()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule subjectsDoNotCircle =
      slices().matching("org.kitstream.api.(*)..").should().beFreeOfCycles();
}
