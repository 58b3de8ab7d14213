package org.saccade.operators;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house that concern operators. */
@AnalyzeClasses(
    packages = "org.saccade.operators",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String[] MODELS = {
    "..operators.sequence..",
    "..operators.surface..",
    "..operators.filter..",
    "..operators.rate..",
    "..operators.slice..",
    "..operators.frame..",
    "..operators.flow..",
    "..operators.corner..",
    "..operators.track..",
    "..operators.limit..",
    "..operators.stage..",
    "..operators.microsaccade..",
    "..operators.paged..",
    "..operators.htm..",
    "..operators.probability..",
    "..operators.sequential..",
    "..operators.change..",
    "..operators.joint..",
    "..operators.series..",
    "..operators.safetensors..",
    "..operators.spikepoint..",
    "..operators.signal.."
  };

  @ArchTest
  static final ArchRule modelsImportNoFlinkKafkaOrAvroClass =
      noClasses()
          .that()
          .resideInAnyPackage(MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("org.apache.avro.specific.SpecificRecordBase")
          .orShould()
          .dependOnClassesThat(
              // Generated records and enums lie in this package itself.
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are generated from schemas",
                  c -> c.getPackageName().equals("org.saccade.schemas")));

  @ArchTest
  static final ArchRule operatorsImportSchemasAndFlinksApiOnly =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("org.saccade.operators..")
                  .or(resideInAPackage("org.saccade.schemas.."))
                  .or(resideInAPackage("org.apache.flink.."))
                  .or(resideInAPackage("org.apache.avro.specific.."))
                  // Fourier transforms of any length.
                  .or(resideInAPackage("org.jtransforms.."))
                  .or(resideInAPackage("java..")));

  @ArchTest
  static final ArchRule nothingIsReadByJavasOwnSerialization =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectOutputStream");

  @ArchTest
  static final ArchRule nothingUsesKryoOrGenericTypes =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.esotericsoftware..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("GenericTypeInfo");

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("org.saccade.operators.(*)..").should().beFreeOfCycles();
}
